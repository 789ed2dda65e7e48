"""`argmap completion`: the script by which a shell asks argmap what could come next.

All scripts ask the same question: the line up to the cursor in, one offer a line out, with a tab before what is said
of it. `argmap.cli.completing` answers.
"""

from collections.abc import Mapping
from typing import Final, Literal

from argmap.cli.output import deliver

Shell = Literal["bash", "zsh", "fish", "powershell"]

_ASK: Final = "_ARGMAP_COMPLETE=complete_fish _TYPER_COMPLETE_FISH_ACTION=get-args"

_BASH: Final = f"""\
# Completion of argmap in bash. Either write it where bash looks for it (with the package bash-completion),
#   argmap completion bash -o ~/.local/share/bash-completion/completions/argmap
# or add this line to ~/.bashrc, and open a new terminal:
#   eval "$(argmap completion bash)"
_argmap() {{
    local line=${{COMP_LINE:0:COMP_POINT}} word before offer IFS=$'\\n'
    word=${{line##*[[:space:]]}}
    before=${{word%"${{word##*[:=]}}"}}  # bash takes what stands before : and = for words of their own
    COMPREPLY=()
    while read -r offer; do
        COMPREPLY+=("${{offer#"$before"}}")
    done < <({_ASK} _TYPER_COMPLETE_ARGS="$line" "$1" 2>/dev/null | cut -f1)
    if [[ -e ${{COMPREPLY[0]%/}} ]]; then
        compopt -o filenames 2>/dev/null  # no space behind a folder, and quotes where a name needs them
    fi
}}
complete -F _argmap argmap
"""

_ZSH: Final = f"""\
#compdef argmap
# Completion of argmap in zsh. Either write it to a folder in $fpath,
#   argmap completion zsh -o ~/.zfunc/_argmap
# with `fpath+=~/.zfunc` before compinit in ~/.zshrc; or add this line behind compinit, and open a new terminal:
#   eval "$(argmap completion zsh)"
_argmap() {{
    local offer value
    local -a said folders files
    for offer in "${{(@f)$(env {_ASK} _TYPER_COMPLETE_ARGS="${{(j: :)words[1,CURRENT]}}" \\
            "${{words[1]}}" 2>/dev/null)}}"; do
        value=${{offer%%$'\\t'*}}
        if [[ -z $value ]]; then
            continue
        elif [[ $value == */ ]]; then
            folders+=("$value")
        elif [[ $offer == *$'\\t'* ]]; then
            said+=("${{value//:/\\\\:}}:${{offer#*$'\\t'}}")
        else
            files+=("$value")
        fi
    done
    [[ $PREFIX == -*=* ]] && compset -P '*='  # what stands behind --option= is offered without it
    (( $#folders )) && compadd -S '' -- "${{folders[@]}}"
    (( $#files )) && compadd -- "${{files[@]}}"
    (( $#said )) && _describe -V argmap said
    (( $#folders + $#files + $#said ))
}}
if [[ ${{zsh_eval_context[-1]}} == loadautofunc ]]; then
    _argmap "$@"
else
    compdef _argmap argmap
fi
"""

_FISH: Final = f"""\
# Completion of argmap in fish:
#   argmap completion fish -o ~/.config/fish/completions/argmap.fish
function __argmap_offers
    set -l before (string match --regex -- '^-[^=]*=' (commandline -ct))  # fish takes --option=value for one word
    for offer in (env {_ASK} _TYPER_COMPLETE_ARGS=(commandline -cp | string collect) argmap 2>/dev/null)
        printf '%s\\n' "$before$offer"
    end
end
complete --command argmap --no-files --arguments "(__argmap_offers)"
"""

_POWERSHELL: Final = """\
# Completion of argmap in PowerShell: add this line to the file that $PROFILE names, and open a new window.
#   argmap completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName argmap -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $Env:_ARGMAP_COMPLETE = "complete_powershell"
    $Env:_TYPER_COMPLETE_ARGS = $commandAst.ToString()
    $Env:_TYPER_COMPLETE_WORD_TO_COMPLETE = $wordToComplete
    try {
        argmap 2>$null | ForEach-Object {
            $value, $said = $_ -Split ":::", 2
            if ([string]::IsNullOrWhiteSpace($said)) { $said = $value }
            [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $said)
        }
    } finally {
        Remove-Item Env:_ARGMAP_COMPLETE, Env:_TYPER_COMPLETE_ARGS, Env:_TYPER_COMPLETE_WORD_TO_COMPLETE
    }
}
"""

SCRIPTS: Final[Mapping[Shell, str]] = {"bash": _BASH, "zsh": _ZSH, "fish": _FISH, "powershell": _POWERSHELL}


def run(shell: Shell, *, output: str | None) -> int:
    """Print the script for a shell."""
    deliver(SCRIPTS[shell], output)
    return 0
