using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using Lessons;

namespace Sim;

/// <summary>Where the program begins: the only place that knows the process it runs in.</summary>
internal static class Main_
{
    private const int InternalError = 70;

    private static int Main(string[] args)
    {
        using var cancellation = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Cancel(context, cancellation));
        using var output = new StreamWriter(StandardOutput.Open(), new UTF8Encoding(false), 1 << 16);
        using var error = new StreamWriter(Console.OpenStandardError(), new UTF8Encoding(false)) { AutoFlush = true };
        try
        {
            var code = CommandLine.Run(args, Host(output, error, cancellation.Token));
            output.Flush();
            return code;
        }
        catch (ReaderGoneException)
        {
            return ExitCode.Fine;
        }
        catch (IOException wrong)
        {
            error.WriteLine($"sim: {wrong.Message}");
            return ExitCode.WrongRequest;
        }
        catch (Exception wrong)
        {
            error.WriteLine($"sim: internal error ({wrong.GetType().Name}: {wrong.Message}). This is a mistake in the program: please report it with what you typed.");
            return InternalError;
        }
    }

    private static CommandHost Host(TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        var environment = Environment.GetEnvironmentVariables();
        string Get(string name) => environment[name] as string ?? "";
        var locale = new[] { "LC_ALL", "LC_MESSAGES", "LANG" }.Select(Get).FirstOrDefault(value => value.Length > 0) ?? "";
        var variables = environment.Keys.Cast<string>().ToDictionary(name => name, Get);
        var seen = TerminalCapabilities.Detect(variables, true, true);
        return new()
        {
            Out = output,
            Error = error,
            Files = new DiskFiles(),
            Lessons = EmbeddedLessons.Read(),
            Progress = () => new ProgressStore(PlayCommand.Folder(), () => DateTimeOffset.UtcNow).Read(),
            Clock = () => Stopwatch.GetElapsedTime(0),
            OutIsTerminal = !Console.IsOutputRedirected,
            ErrorIsTerminal = !Console.IsErrorRedirected,
            Language = locale.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Language.Chinese : Language.English,
            IsAscii = !Console.IsOutputRedirected && seen.Glyphs == GlyphSet.Ascii,
            Colors = Console.IsOutputRedirected ? ColorDepth.None : seen.Color,
            Cancellation = cancellation,
        };
    }

    private static void Cancel(PosixSignalContext context, CancellationTokenSource cancellation)
    {
        context.Cancel = !cancellation.IsCancellationRequested;
        cancellation.Cancel();
    }
}
