# bash completion for paydown                               -*- shell-script -*-
# SPDX-License-Identifier: GPL-3.0-or-later

_paydown() {
  local cur prev words cword
  _init_completion -n : || return

  local commands='scan list show log stats mine here diff set undo rule plan tidy report check hook sync workspace init doctor backtest desk'
  local global='-C --registry --workspace --color --no-pager --version --help'
  # What the filter language has to offer here: keys, and values that occur; people and places where history was read.
  offer_filters() { mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(paydown complete -- "$cur" 2>/dev/null); }

  local command='' word
  for word in "${words[@]:1:cword-1}"; do
    [[ " $commands " == *" $word "* ]] && { command=$word; break; }
  done

  case $prev in
    -C) _filedir -d; return ;;
    --registry | -W | --workspace | --message | -o | --output) _filedir; return ;;
    --color) mapfile -t COMPREPLY < <(compgen -W 'auto always never' -- "$cur"); return ;;
    -f | --format)
      local formats='table json jsonl csv md vim sarif github gitlab'
      [[ $command == log ]] && formats='table jsonl'
      [[ $command == show ]] && formats='table json'
      [[ $command == diff ]] && formats='table json md'
      [[ $command == report ]] && formats='html markdown'
      [[ $command == backtest ]] && formats='table md jsonl'
      [[ $command == doctor ]] && formats='table json md'
      mapfile -t COMPREPLY < <(compgen -W "$formats" -- "$cur"); return ;;
    -s | --sort) mapfile -t COMPREPLY < <(compgen -W 'rank path age due owner class interest title' -- "$cur"); return ;;
    --range) mapfile -t COMPREPLY < <(compgen -W "$(git for-each-ref --format='%(refname:short)..' refs/heads refs/remotes refs/tags 2>/dev/null)" -- "$cur"); return ;;
    --rev | --against) mapfile -t COMPREPLY < <(compgen -W "$(git for-each-ref --format='%(refname:short)' refs/heads refs/remotes refs/tags 2>/dev/null)" -- "$cur"); return ;;
    --where) offer_filters; return ;;
    --queue) mapfile -t COMPREPLY < <(compgen -W 'review new woke answer mine due planned open inherited sleeping living-with decided ended' -- "$cur"); return ;;
    --by) mapfile -t COMPREPLY < <(compgen -W 'class folder tag state owner language month' -- "$cur"); return ;;
    --state) mapfile -t COMPREPLY < <(compgen -W 'all new inherited open planned sleeping living-with needs-answer ended pending' -- "$cur"); return ;;
  esac

  local choices=''
  case $command in
    '') choices="$commands $global" ;;
    scan) choices='--quiet --verbose' ;;
    list) choices="--format --sort --state --limit --rev --all --mentions --skipped --queue --groups" ;;
    show) choices='--format --context --rev' ;;
    log) choices='--format --limit --rev --endings --by' ;;
    stats) choices='--by --limit --rev' ;;
    mine) choices='--format' ;;
    here) choices='--format --against' ;;
    diff) choices="--format $(git for-each-ref --format='%(refname:short)..' refs/heads refs/remotes refs/tags 2>/dev/null)" ;;
    set) choices='--where --alike --message --dry-run verdict= owner= due= effort= period= ticket= urgency= why= wake= apart= note=' ;;
    rule) choices='--save class= owner= verdict=' ;;
    plan) choices='--accept --show --close --dry-run' ;;
    report) choices='--output --format --since --until --period' ;;
    backtest) choices='--years --format' ;;
    check) choices='--range --overdue --strict --hook --message --format' ;;
    workspace) choices='init list --output' ;;
    init) choices='--print --dry-run' ;;
    doctor) choices='--languages --format' ;;
    hook) choices='install uninstall status --sync' ;;
    sync) choices="--status --quiet $(git remote 2>/dev/null)" ;;
  esac
  mapfile -t COMPREPLY < <(compgen -W "$choices" -- "$cur")
  case $command in
    list | stats | here | diff | rule | tidy) [[ $cur == -[!-]* || $cur != -* ]] && offer_filters ;;
  esac
  [[ $command == workspace ]] && _filedir -d
  [[ $command == log && $cur != -* ]] && _filedir
  [[ ${COMPREPLY[0]-} == *[:=] ]] && compopt -o nospace
  __ltrim_colon_completions "$cur"
} && complete -F _paydown paydown
