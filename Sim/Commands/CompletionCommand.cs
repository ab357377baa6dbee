using System.CommandLine;

namespace Sim;

/// <summary><c>sim completion SHELL</c>: a script that lets the shell complete commands, options, lessons; and the hidden command it asks.</summary>
internal sealed class CompletionCommand(CommandHost host)
{
    public static readonly string[] Shells = ["bash", "zsh", "fish"];

    public int Script(string shell)
    {
        host.Out.Write(shell switch { "zsh" => Zsh, "fish" => Fish, _ => Bash });
        return ExitCode.Fine;
    }

    /// <summary>What fits at a place of a line that begins with the program's name, one a line.</summary>
    public int Complete(RootCommand root, int position, string line)
    {
        string typed = line[..Math.Clamp(position, 0, line.Length)];
        string word = typed.Length == 0 || typed[^1] == ' ' ? "" : typed.Split(' ')[^1];
        var fitting = root.Parse(line).GetCompletions(Math.Clamp(position, 0, line.Length))
            .Select(item => item.InsertText ?? item.Label)
            .Where(text => text.StartsWith(word, StringComparison.Ordinal) && text is not ("-?" or "/?" or "/h" or "-h"))
            .Distinct().Order(StringComparer.Ordinal);
        foreach (string text in fitting) host.Out.WriteLine(text);
        return ExitCode.Fine;
    }

    // Files are offered where the program knows nothing better (-o default, _files, fish's own).
    private const string Bash = """
        # sim: completion for bash. Put it to use with: eval "$(sim completion bash)"
        _sim() {
            local IFS=$'\n'
            COMPREPLY=($(sim complete --position "$COMP_POINT" "$COMP_LINE" 2>/dev/null))
        }
        complete -o default -F _sim sim

        """;

    private const string Zsh = """
        # sim: completion for zsh. Put it to use with: eval "$(sim completion zsh)"
        _sim() {
            local -a found
            found=("${(@f)$(sim complete --position $((${#BUFFER} - ${#RBUFFER})) "$BUFFER" 2>/dev/null)}")
            if [[ -n "${found[1]}" ]]; then compadd -a found; else _files; fi
        }
        compdef _sim sim

        """;

    private const string Fish = """
        # sim: completion for fish. Put it to use with: sim completion fish | source
        complete -c sim -a '(sim complete --position (commandline -C) (commandline -p) 2>/dev/null)'

        """;
}
