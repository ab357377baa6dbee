using System.Text;

namespace Sim.Tests;

public class TerminalSessionTests
{
    private sealed class FakeDevice(params string[] input) : IConsoleDevice
    {
        private readonly Queue<string> _input = new(input);
        public StringBuilder Output { get; } = new();
        public int RawDepth { get; private set; }
        public bool InputIsTerminal => true;
        public bool OutputIsTerminal => true;
        public bool ErrorIsTerminal => true;
        public bool InForeground => true;
        public Size Size => new(10, 2);
        public void EnterRaw() => RawDepth++;
        public void LeaveRaw() => RawDepth--;
        public int Read(Span<byte> bytes) => _input.TryDequeue(out string? text) ? Encoding.UTF8.GetBytes(text, bytes) : 0;
        public void Write(ReadOnlySpan<byte> bytes) => Output.Append(Encoding.UTF8.GetString(bytes));
        public void WriteError(ReadOnlySpan<byte> bytes) { }
        public void StopSelf() { }
    }

    private static TerminalSession Open(FakeDevice device) => TerminalSession.Open(device, new Screen(Theme.Dark, ColorDepth.None, GlyphSet.Unicode));

    [Fact]
    public void The_end_of_input_is_a_quit_event_after_the_last_key()
    {
        using var session = Open(new FakeDevice("a", "\e[", "A", "\e"));
        var events = new List<TerminalEvent?>();
        do events.Add(session.Read(TimeSpan.FromSeconds(10)));
        while (events[^1] is not QuitEvent);
        Assert.Equal(new QuitEvent(129, "standard input was closed"), events[^1]);
    }

    [Fact]
    public void Restoring_twice_leaves_once_and_later_frames_are_ignored()
    {
        var device = new FakeDevice();
        var session = Open(device);
        session.Present(new Grid(10, 2));
        Assert.StartsWith("\e[?1049h\e[?25l\e[?2004h\e[?1004h", device.Output.ToString());
        session.Restore();
        int length = device.Output.Length;
        session.Present(new Grid(10, 2));
        session.Restore();
        session.Dispose();
        Assert.Equal(length, device.Output.Length);
        Assert.EndsWith("\e[2J\e[?25h\e[?1049l", device.Output.ToString());
        Assert.Equal(0, device.RawDepth);
    }

    [Fact]
    public void A_changed_theme_draws_everything_again()
    {
        var device = new FakeDevice();
        using var session = Open(device);
        var grid = new Grid(10, 2);
        grid.All.Write(0, 0, "text", Role.Text);
        session.Present(grid);
        int length = device.Output.Length;
        session.Present(grid);
        Assert.Equal(length, device.Output.Length);
        session.Theme = Theme.HighContrast;
        session.Present(grid);
        Assert.Contains("text", device.Output.ToString()[length..]);
    }
}
