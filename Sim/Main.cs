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
        using var output = new StreamWriter(StandardStream.Output(), new UTF8Encoding(false), 1 << 16);
        using var error = new StreamWriter(StandardStream.Error(), new UTF8Encoding(false)) { AutoFlush = true };
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
        var variables = PlayCommand.Variables();
        var locale = new[] { "LC_ALL", "LC_MESSAGES", "LANG" }.Select(name => variables.GetValueOrDefault(name, "")).FirstOrDefault(value => value.Length > 0) ?? "";
        var device = TerminalSession.Device();
        var seen = TerminalCapabilities.Detect(variables, true, true);
        return new()
        {
            Out = output,
            Error = error,
            Files = new DiskFiles(),
            Lessons = EmbeddedLessons.Read(),
            Progress = () => new ProgressStore(PlayCommand.Folder(), () => DateTimeOffset.UtcNow).Read(),
            Processors = Environment.ProcessorCount,
            Clock = () => Stopwatch.GetElapsedTime(0),
            OutIsTerminal = device.OutputIsTerminal,
            ErrorIsTerminal = device.ErrorIsTerminal,
            Language = locale.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Language.Chinese : Language.English,
            IsAscii = device.OutputIsTerminal && seen.Glyphs == GlyphSet.Ascii,
            Colors = device.OutputIsTerminal ? seen.Color : ColorDepth.None,
            Cancellation = cancellation,
        };
    }

    private static void Cancel(PosixSignalContext context, CancellationTokenSource cancellation)
    {
        context.Cancel = !cancellation.IsCancellationRequested;
        cancellation.Cancel();
    }
}
