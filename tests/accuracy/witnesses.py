# SPDX-License-Identifier: GPL-3.0-or-later
"""Readers of source code that share nothing with paydown's: clang's raw lexer, Python's tokenize, pygments.

Each is a function of (path, bytes, offsets) that gives one Opinion for each offset, or raises Unreadable.
"""

import bisect
import collections
import io
import re
import shutil
import subprocess
import tokenize

Opinion = collections.namedtuple("Opinion", "kind token")  # kind: comment, docstring, string or code
Opinion.__doc__ = "What a witness takes the text at an offset for, and the name of its own token."


class Unreadable(Exception):
    """The witness cannot read this file, or nobody here can read its language."""


# --- clang --------------------------------------------------------------------------------------------------------

CLANG = next((name for name in ("clang", "clang-14", "clang-16", "clang-19") if shutil.which(name)), None)
CLANG_LANGUAGES = {
    "c": ("c", "gnu17"),
    "cpp": ("c++", "gnu++20"),
    "cuda": ("cuda", "gnu++20"),
    "objc": ("objective-c", "gnu17"),
    "opencl": ("c", "gnu17"),
}
# "comment '// a'	 [StartOfLine]	Loc=<name:3:1>"; what a token holds may run over lines, its place ends a line.
CLANG_TOKEN = re.compile(rb"([a-z_]+) '.*?\tLoc=<[^\n<>]*:(\d+):(\d+)>\n", re.DOTALL)
CLANG_STRINGS = ("string_literal", "char_constant", "header_name")


def line_starts(data):
    """Offsets of the lines as clang counts them: LF, CR and CRLF end one."""
    return [0] + [match.end() for match in re.finditer(rb"\r\n|\n|\r", data)]


def ask_clang(language, path, data, offsets):
    name, standard = CLANG_LANGUAGES[language]
    command = [CLANG, "-cc1", "-x", name, "-std=" + standard, "-dump-raw-tokens", path]
    run = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    starts = line_starts(data)
    begins, kinds = [], []
    for match in CLANG_TOKEN.finditer(run.stderr):
        kind, line, column = match.group(1).decode(), int(match.group(2)), int(match.group(3))
        begins.append(starts[line - 1] + column - 1)
        kinds.append(kind)
    if run.returncode != 0 or not begins:
        raise Unreadable("clang did not read it")
    opinions = []
    for offset in offsets:
        kind = kinds[max(0, bisect.bisect_right(begins, offset) - 1)]
        is_string = kind.endswith(CLANG_STRINGS)
        opinions.append(Opinion("comment" if kind == "comment" else "string" if is_string else "code", kind))
    return opinions


# --- tokenize -----------------------------------------------------------------------------------------------------


def ask_tokenize(_language, _path, data, offsets):
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
        tokens = list(tokenize.tokenize(io.BytesIO(data).readline))
        lines = data.splitlines(keepends=True) if b"\r" not in data.replace(b"\r\n", b"") else None
    except (tokenize.TokenError, SyntaxError, UnicodeDecodeError) as error:
        raise Unreadable(f"tokenize: {error}") from error
    if lines is None or b"\f" in data or b"\v" in data or b"\x1c" in data:
        lines = re.split(rb"(?<=\n)", data)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))

    def place(position):
        row, column = position
        line = data[starts[row - 1] : starts[row] if row < len(starts) else len(data)]
        if row == 1 and line.startswith(b"\xef\xbb\xbf"):
            return 3 + len(line[3:].decode("utf-8")[:column].encode("utf-8"))
        return starts[row - 1] + len(line.decode(encoding, "replace")[:column].encode(encoding, "replace"))

    spans = []
    pieces = [getattr(tokenize, name, None) for name in ("FSTRING_START", "FSTRING_MIDDLE", "FSTRING_END")]
    statement = True  # a statement begins here
    for index, token in enumerate(tokens):
        if token.type == tokenize.COMMENT:
            spans.append((place(token.start), place(token.end), "comment"))
        elif token.type == tokenize.STRING:
            ends = tokens[index + 1].type in (tokenize.NEWLINE, tokenize.ENDMARKER, tokenize.COMMENT)
            spans.append((place(token.start), place(token.end), "docstring" if statement and ends else "string"))
        elif token.type in pieces:
            spans.append((place(token.start), place(token.end), "string"))
        if token.type in (tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENCODING):
            statement = True
        elif token.type not in (tokenize.NL, tokenize.COMMENT):
            statement = False
    begins = [span[0] for span in spans]
    opinions = []
    for offset in offsets:
        span = spans[bisect.bisect_right(begins, offset) - 1] if begins and begins[0] <= offset else None
        kind = span[2] if span and offset < span[1] else "code"
        opinions.append(Opinion(kind, kind))
    return opinions


# --- pygments -----------------------------------------------------------------------------------------------------

# By paydown's id of a language, where pygments calls it otherwise.
PYGMENTS_NAMES = {
    "asm": "gas",
    "bazel": "python",
    "cython": "cython",
    "dockerfile": "docker",
    "elisp": "emacs-lisp",
    "fortran-fixed": "fortranfixed",
    "hcl": "terraform",
    "latex": "tex",
    "lisp": "common-lisp",
    "pascal": "delphi",
    "racket": "racket",
    "starlark": "python",
    "svelte": "html",
    "tsx": "typescript",
    "vb": "vb.net",
    "vue": "html",
}
COMMENT_OPENERS = ("/*", "//", "#", "--", "{-", "(*", "%", ";")


def pygments_lexer(language):
    try:
        import pygments.lexers
        import pygments.util
    except ImportError as error:
        raise Unreadable("pygments is not installed") from error
    try:
        return pygments.lexers.get_lexer_by_name(PYGMENTS_NAMES.get(language, language), ensurenl=False)
    except pygments.util.ClassNotFound as error:
        raise Unreadable(f"pygments does not know {language}") from error


def ask_pygments(language, _path, data, offsets):
    lexer = pygments_lexer(language)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("latin-1")
    encoding = "utf-8" if len(text) != len(data) else "latin-1"
    # Many of its lexers know no CR.
    places = places_in_text(data, encoding, offsets)
    text = text.replace("\r\n", "\n").replace("\r", "\n") + "\n"
    begins, kinds, names = [], [], []
    run = None  # kind of token and its first bytes, of the run of tokens of one kind
    for begin, token, value in lexer.get_tokens_unprocessed(text):
        name = str(token)
        if run is None or run[0] != name:
            run = (name, value.lstrip()[:4])
        begins.append(begin)
        kinds.append(kind_of(name, run[1]))
        names.append(name)
    if not begins:
        raise Unreadable("pygments gave nothing")
    at = [max(0, bisect.bisect_right(begins, place) - 1) for place in places]
    return [Opinion(kinds[i], names[i]) for i in at]


def places_in_text(data, encoding, offsets):
    """Ascending offsets of the file as offsets of its characters, CRLF being one."""
    places, last, characters = [], 0, 0
    for offset in offsets:
        piece = data[last:offset].decode(encoding, "replace")
        characters += len(piece) - piece.count("\r\n")
        places.append(characters)
        last = offset
    return places


def kind_of(name, opening):
    if name.startswith("Token.Comment"):
        is_preprocessor = name in ("Token.Comment.Preproc", "Token.Comment.PreprocFile")
        return "code" if is_preprocessor else "comment"
    if name == "Token.Literal.String.Doc":
        # Documentation in comments and in strings has the same name; how it opens tells.
        return "comment" if opening.startswith(COMMENT_OPENERS) else "docstring"
    return "string" if name.startswith("Token.Literal.String") else "code"


# --- who reads what -----------------------------------------------------------------------------------------------


def name_of_witness(language):
    if language in CLANG_LANGUAGES and CLANG:
        return "clang"
    return "tokenize" if language == "python" else "pygments"


def ask(language, path, data, offsets):
    """The opinions of the witness for a language, and its name. Raises Unreadable."""
    witness = name_of_witness(language)
    try:
        return WITNESSES[witness](language, path, data, offsets), witness
    except Unreadable:
        if witness != "tokenize":
            raise
        # Python 2, templates of Python …
        return ask_pygments(language, path, data, offsets), "pygments"


WITNESSES = {"clang": ask_clang, "tokenize": ask_tokenize, "pygments": ask_pygments}
