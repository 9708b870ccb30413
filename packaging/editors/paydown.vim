" SPDX-License-Identifier: GPL-3.0-or-later
" Types debt annotations and lists debt. Copy to ~/.vim/plugin/, or source it.
"
"   :Debt reckless       a line above the cursor's, indented like it, with the cursor on the title
"   :Debt prudent        the same with a reason
"   :PaydownList …       what `paydown list …` finds, in the quickfix window
"
" let g:paydown_owner = '@kai'     names you in what is typed

if exists('g:loaded_paydown')
  finish
endif
let g:loaded_paydown = 1

" Lines may go on below, whatever the user's settings say.
let s:cpo = &cpoptions
set cpoptions&vim

let s:texts = {
      \ 'reckless': ['DEBT(reckless, OWNER, 2d): what is wrong'],
      \ 'prudent': ['DEBT(prudent, OWNER, 4h): what is not as it should be',
      \             '  why: what made this the better choice'],
      \ }

function! s:Comment(text) abort
  let l:form = empty(&commentstring) ? '# %s' : &commentstring
  " Most forms have no blank where people write one.
  let l:form = substitute(l:form, '\S\zs%s', ' %s', '')
  let l:form = substitute(l:form, '%s\ze\S', '%s ', '')
  return substitute(l:form, '%s', '\=a:text', '')
endfunction

function! s:Classes(lead, line, position) abort
  return filter(sort(keys(s:texts)), 'stridx(v:val, a:lead) == 0')
endfunction

function! s:Type(class) abort
  let l:class = empty(a:class) ? 'reckless' : a:class
  if !has_key(s:texts, l:class)
    echoerr 'Debt is reckless or prudent'
    return
  endif
  let l:owner = get(g:, 'paydown_owner', '@you')
  let l:indent = matchstr(getline('.'), '^\s*')
  let l:lines = []
  for l:text in s:texts[l:class]
    call add(l:lines, l:indent . s:Comment(substitute(l:text, 'OWNER', '\=l:owner', '')))
  endfor
  let l:at = line('.')
  call append(l:at - 1, l:lines)
  call cursor(l:at, 1)
  call search(': \zs', '', l:at)
endfunction

function! s:List(words) abort
  let l:arguments = map(copy(a:words), 'shellescape(v:val)')
  cgetexpr system('paydown list --no-pager --format vim ' . join(l:arguments, ' '))
  copen
endfunction

command! -nargs=? -complete=customlist,s:Classes Debt call s:Type(<q-args>)
command! -nargs=* PaydownList call s:List([<f-args>])

let &cpoptions = s:cpo
unlet s:cpo
