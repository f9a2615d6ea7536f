import ArgumentParser

/// What a shell needs to complete the words of a command: a few lines that ask the program itself.
///
/// The first line of the program's answer is a directive, the others are candidates: the word, and
/// for shells that show it a tab and what it means.
enum CompletionScript: String, CaseIterable, Hashable, Sendable, ExpressibleByArgument {
  case bash
  case zsh
  case fish

  /// What the first line of an answer says.
  enum Directive: String, Hashable, Sendable {
    /// The candidates are all there is.
    case words = ":words"
    /// Any file may stand here, too.
    case files = ":files"
    /// Any folder may stand here, too.
    case folders = ":folders"
  }

  /// The script.
  var text: String {
    switch self {
    case .bash: CompletionScript.bashText
    case .zsh: CompletionScript.zshText
    case .fish: CompletionScript.fishText
    }
  }

  /// In bash the program is given the line as it was typed, since bash has taken it apart at more
  /// places than spaces; it answers with what belongs in place of the piece before the cursor.
  private static let bashText = """
    # Completion of tripos for bash, as "tripos completions bash" prints it.
    _tripos() {
      local program=$1 line
      [[ $program == '~/'* ]] && program=$HOME/${program:2}
      COMPREPLY=()
      local -a lines
      mapfile -t lines < <("$program" complete bash -- "${COMP_LINE:0:COMP_POINT}" "$2" 2>/dev/null)
      COMPREPLY=("${lines[@]:1}")
      case ${lines[0]} in
        :files) compopt -o filenames; mapfile -t -O ${#COMPREPLY[@]} COMPREPLY < <(compgen -f -- "$2") ;;
        :folders) compopt -o filenames; mapfile -t -O ${#COMPREPLY[@]} COMPREPLY < <(compgen -d -- "$2") ;;
      esac
    }
    complete -F _tripos tripos
    """

  private static let zshText = """
    #compdef tripos
    # Completion of tripos for zsh, as "tripos completions zsh" prints it.
    _tripos() {
      [[ $PREFIX == --*=* ]] && compset -P '--*='
      local program=${(Q)words[1]} line
      [[ $program == '~/'* ]] && program=$HOME/${program:2}
      local -a lines values shown
      lines=("${(@f)$("$program" complete zsh -- "${(@Q)words[2,CURRENT-1]}" "${(Q)IPREFIX}" "${(Q)PREFIX}" 2>/dev/null)}")
      for line in "${(@)lines[2,-1]}"; do
        values+=("${line%%$'\\t'*}")
        shown+=("${line/$'\\t'/  -- }")
      done
      (( $#values )) && compadd -M 'm:{[:lower:][:upper:]}={[:upper:][:lower:]}' -l -d shown -a values
      case $lines[1] in
        :files) _files ;;
        :folders) _files -/ ;;
      esac
    }
    if [[ $funcstack[1] == _tripos ]]; then _tripos "$@"; else compdef _tripos tripos; fi
    """

  private static let fishText = """
    # Completion of tripos for fish, as "tripos completions fish" prints it.
    function __tripos_complete
      set -l words (commandline -opc)
      set -l current (commandline -ct | string replace -r '^["\\']' '' | string replace -ra '\\\\\\\\(.)' '$1')
      set -l lines ($words[1] complete fish -- $words[2..] "$current" 2>/dev/null)
      test (count $lines) -gt 1; and string join -- \\n $lines[2..]
      switch "$lines[1]"
        case :files
          __fish_complete_path "$current"
        case :folders
          __fish_complete_directories "$current"
      end
    end
    complete -c tripos -f -a '(__tripos_complete)'
    """
}
