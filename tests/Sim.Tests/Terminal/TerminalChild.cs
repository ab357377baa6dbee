namespace Sim.Tests;

/// <summary>The program on the other side of the pseudo-terminal: <c>dotnet Sim.Tests.dll MODE</c>.</summary>
internal static class TerminalChild
{
    private static int Main(string[] args)
    {
        switch (args.ElementAtOrDefault(0))
        {
            case "run": return Run(_ => { });
            case "throw": return RunAndReport();
            case "thread": return Run(key => { if (key == "x") new Thread(() => throw new InvalidOperationException("thread failed")).Start(); });
            case "hang": return Run(key => { if (key == "x") Thread.Sleep(Timeout.Infinite); });
            case "svg": return Export(args[1], int.Parse(args[2]), int.Parse(args[3]), args.ElementAtOrDefault(4) ?? "dark");
            case "measure": return Measure();
            default:
                Console.Error.WriteLine("modes: run, throw, thread, hang, measure, svg FILE WIDTH HEIGHT [THEME]");
                return 2;
        }
    }

    private static int RunAndReport()
    {
        try
        {
            return Run(key => { if (key == "x") throw new InvalidOperationException("program failed"); });
        }
        catch (InvalidOperationException problem)
        {
            TerminalSession.Report($"error: {problem.Message}");
            return 70;
        }
    }

    // Shows the sample, its size and the last event; q ends with code 7.
    private static int Run(Action<string> onKey)
    {
        var environment = new Dictionary<string, string>();
        foreach (System.Collections.DictionaryEntry variable in Environment.GetEnvironmentVariables())
            environment[(string)variable.Key] = (string?)variable.Value ?? "";
        var device = TerminalSession.Device();
        var capabilities = TerminalCapabilities.Detect(environment, device.InputIsTerminal, device.OutputIsTerminal);
        if (capabilities.Problem is { } problem)
        {
            Console.Error.WriteLine(problem);
            return 2;
        }
        return TerminalSession.Run(capabilities, Theme.Dark, terminal => Loop(onKey).Run(terminal).Code);
    }

    private static Loop<(int Count, string Last), string, string> Loop(Action<string> onKey) => new()
    {
        Init = (0, "none"),
        Translate = (TerminalEvent happened, out string message) =>
        {
            message = happened switch
            {
                KeyEvent key => key.Key.ToString(),
                PasteEvent paste => $"paste {paste.Text.Length}",
                FocusEvent focus => $"focus {focus.Focused}",
                ResizeEvent => "resize",
                _ => "",
            };
            return message.Length > 0;
        },
        Update = (model, message) => ((model.Count + 1, message), [message]),
        Perform = (message, _) => onKey(message),
        Exit = model => model.Last == "q" ? 7 : null,
        View = (model, size) =>
        {
            var grid = SampleScreen.Draw(size, model.Count % 10);
            Text.Line(grid.All, size.Height - 1, $"[{model.Count}:{model.Last}] {size.Width}x{size.Height}", Role.Text);
            return grid;
        },
    };

    // Build + draw + diff of the whole sample at 120×36, with a change in every pane.
    private static int Measure()
    {
        var screen = new Screen(Theme.Dark, ColorDepth.TrueColor, GlyphSet.Unicode);
        var milliseconds = new List<double>();
        long bytes = 0, before = 0;
        for (int i = 0; i < 2000; i++)
        {
            if (i == 1000) (before, bytes) = (GC.GetAllocatedBytesForCurrentThread(), 0);
            long start = System.Diagnostics.Stopwatch.GetTimestamp();
            bytes += screen.Frame(SampleScreen.Draw(new Size(120, 36), i % 10)).Length;
            milliseconds.Add(System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        var steady = milliseconds.Skip(1000).Order().ToList();
        Console.WriteLine($"frame 120x36: median {steady[500]:0.000} ms, 99 % {steady[990]:0.000} ms, first {milliseconds[0]:0.0} ms, "
            + $"{bytes / 1000} bytes, {(GC.GetAllocatedBytesForCurrentThread() - before) / 1000 / 1024} KiB allocated");
        return 0;
    }

    private static int Export(string path, int width, int height, string theme)
    {
        using var output = new StreamWriter(path);
        GridSvg.Write(SampleScreen.Draw(new Size(width, height)), Theme.All.First(t => t.Name == theme), output, "sample");
        return 0;
    }
}
