# fish completion for paydown
# SPDX-License-Identifier: GPL-3.0-or-later

set -l commands scan list show log stats mine here diff set undo rule plan tidy report check hook sync workspace init doctor backtest desk
complete -c paydown -f

complete -c paydown -s C -r -a '(__fish_complete_directories)' -d 'Work as if started there'
complete -c paydown -l registry -r -F -d 'Use this registry'
complete -c paydown -s W -l workspace -r -F -d 'Read the repositories of this workspace'
complete -c paydown -l color -x -a 'auto always never' -d 'When to use colours'
complete -c paydown -l no-pager -d 'Write straight to the terminal'
complete -c paydown -s V -l version -d 'Print the version'
complete -c paydown -s h -l help -d 'Print help'

for line in 'scan\tRead tree and history into the registry' 'list\tWhat is open' 'show\tOne item' \
    'log\tEvents, newest first' 'stats\tCounts and ages' 'mine\tWhat is planned for me, due or woke' \
    'here\tDebt in what this branch already changed' 'diff\tWhat came and went between two commits' \
    'set\tDecide about items' 'undo\tTake back the last decision' 'rule\tShow what a rule would cover' \
    'tidy\tA patch that deletes obsolete comments' 'workspace\tSeveral repositories, read together' 'plan\tPropose, accept, show or close a plan' \
    'report\tWhat debt cost lately, what was paid, what is next' 'check\tJudge what the index or a range adds' 'hook\tInstall or remove the pre-commit hook' \
    'sync\tShare decisions through git notes' 'init\tWrite a commented configuration' 'doctor\tWhat is wrong with this set-up' \
    'backtest\tHow good the ranking would have been' 'desk\tOpen the desktop application'
    complete -c paydown -n "not __fish_seen_subcommand_from $commands" -a (printf $line)
end

# Keys, and values that occur; people and places where history was read.
complete -c paydown -n '__fish_seen_subcommand_from list stats here rule tidy' -a '(paydown complete -- (commandline -ct) 2>/dev/null)'

complete -c paydown -n '__fish_seen_subcommand_from scan' -s q -l quiet -d 'Say nothing but errors'
complete -c paydown -n '__fish_seen_subcommand_from scan' -s v -l verbose -d 'Say how long each part took'
complete -c paydown -n '__fish_seen_subcommand_from list' -s f -l format -x -a 'table json jsonl csv md vim sarif github gitlab'
complete -c paydown -n '__fish_seen_subcommand_from list' -s s -l sort -x -a 'rank path age due owner class interest title'
complete -c paydown -n '__fish_seen_subcommand_from list' -l state -x -a 'all new inherited open planned sleeping living-with needs-answer ended pending'
complete -c paydown -n '__fish_seen_subcommand_from list log stats' -s n -l limit -x -d 'At most so many'
complete -c paydown -n '__fish_seen_subcommand_from list' -l all -d 'Read ignored, generated and vendored files too'
complete -c paydown -n '__fish_seen_subcommand_from list' -l mentions -d 'Tags in mid-sentence too'
complete -c paydown -n '__fish_seen_subcommand_from list' -l queue -x -d 'A queue of the desk' -a 'review new woke answer mine due planned open inherited sleeping living-with decided ended'
complete -c paydown -n '__fish_seen_subcommand_from list' -l groups -d 'Groups of equal text'
complete -c paydown -n '__fish_seen_subcommand_from list' -l skipped -d 'Files that were not read, and why'
complete -c paydown -n '__fish_seen_subcommand_from show' -s f -l format -x -a 'table json'
complete -c paydown -n '__fish_seen_subcommand_from show' -l context -x -d 'Lines of code on each side'
complete -c paydown -n '__fish_seen_subcommand_from log' -l endings -d 'Only how debts ended'
complete -c paydown -n '__fish_seen_subcommand_from log' -l by -xa 'month year' -d 'Count endings by period'
complete -c paydown -n '__fish_seen_subcommand_from stats' -l by -x -a 'class folder tag state owner language month'
complete -c paydown -n '__fish_seen_subcommand_from list show log stats' -l rev -x -d 'As it was at this commit' -a '(git for-each-ref --format="%(refname:short)" 2>/dev/null)'
complete -c paydown -n '__fish_seen_subcommand_from here' -l against -x -d 'What the branch left' -a '(git for-each-ref --format="%(refname:short)" 2>/dev/null)'
complete -c paydown -n '__fish_seen_subcommand_from here' -s f -l format -x -a 'table json jsonl csv md vim sarif github gitlab'
complete -c paydown -n '__fish_seen_subcommand_from diff' -s f -l format -x -a 'table json md'
complete -c paydown -n '__fish_seen_subcommand_from diff' -a '(git for-each-ref --format="%(refname:short).." 2>/dev/null)'
complete -c paydown -n '__fish_seen_subcommand_from set' -l where -x -d 'Everything that a filter lists'
complete -c paydown -n '__fish_seen_subcommand_from set' -l alike -d 'All of the same text as well'
complete -c paydown -n '__fish_seen_subcommand_from rule' -l save -d 'Add it to .paydown.toml'
complete -c paydown -n '__fish_seen_subcommand_from rule' -a 'class= owner= verdict='
complete -c paydown -n '__fish_seen_subcommand_from set' -s m -l message -x -d 'Why'
complete -c paydown -n '__fish_seen_subcommand_from set plan' -l dry-run -d 'Write nothing'
complete -c paydown -n '__fish_seen_subcommand_from plan' -l accept -d 'Write the proposal'
complete -c paydown -n '__fish_seen_subcommand_from plan' -l show -d 'What is placed now'
complete -c paydown -n '__fish_seen_subcommand_from plan' -l close -d 'Close the period that has ended'
complete -c paydown -n '__fish_seen_subcommand_from report' -s o -l output -r -F -d 'Write to this file'
complete -c paydown -n '__fish_seen_subcommand_from report' -s f -l format -x -a 'html markdown'
complete -c paydown -n '__fish_seen_subcommand_from report' -l since -x -d 'From this day on'
complete -c paydown -n '__fish_seen_subcommand_from report' -l until -x -d 'Up to this day'
complete -c paydown -n '__fish_seen_subcommand_from report' -l period -x -d 'A month, a quarter or a year'
complete -c paydown -n '__fish_seen_subcommand_from backtest' -s f -l format -x -a 'table md jsonl'
complete -c paydown -n '__fish_seen_subcommand_from backtest' -l years -x -d 'At so many days, a year apart'
complete -c paydown -n '__fish_seen_subcommand_from check' -l range -x -d 'Judge these commits'
complete -c paydown -n '__fish_seen_subcommand_from check' -l overdue -d 'What is past its date'
complete -c paydown -n '__fish_seen_subcommand_from check' -l strict -d 'Unknown keys are errors'
complete -c paydown -n '__fish_seen_subcommand_from check' -l message -r -F -d 'As the commit-msg hook'
complete -c paydown -n '__fish_seen_subcommand_from check' -s f -l format -x -a 'table json jsonl csv md vim sarif github gitlab'
complete -c paydown -n '__fish_seen_subcommand_from doctor' -l languages -d 'Every language and how it is read'
complete -c paydown -n '__fish_seen_subcommand_from doctor' -s f -l format -x -a 'table json md'
complete -c paydown -n '__fish_seen_subcommand_from init' -l print -d 'Print it instead of writing'
complete -c paydown -n '__fish_seen_subcommand_from init' -l dry-run -d 'Show the words, write nothing'
complete -c paydown -n '__fish_seen_subcommand_from set' -a 'verdict= owner= due= effort= period= ticket= urgency= why= wake= apart= note='
complete -c paydown -n '__fish_seen_subcommand_from workspace' -a 'init list'
complete -c paydown -n '__fish_seen_subcommand_from workspace' -s o -l output -r -F -d 'The file'
complete -c paydown -n '__fish_seen_subcommand_from hook' -a 'install uninstall status'
complete -c paydown -n '__fish_seen_subcommand_from hook' -l sync -d 'Share decisions at pull and push too'
complete -c paydown -n '__fish_seen_subcommand_from sync' -l status -d 'Change nothing'
complete -c paydown -n '__fish_seen_subcommand_from sync' -s q -l quiet -d 'Only news and troubles'
complete -c paydown -n '__fish_seen_subcommand_from sync' -a '(git remote 2>/dev/null)'
