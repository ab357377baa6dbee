namespace Sim.Tests;

public class LoopTests
{
    // Counts keys and ticks; + starts the clock, - stops it, w asks the world, q ends.
    private sealed record Model(int Keys = 0, int Ticks = 0, bool Ticking = false, string Heard = "", int? Exit = null);

    private static Loop<Model, string, string> Counter(List<string> world) => new()
    {
        Init = new Model(),
        InitEffects = ["hello"],
        Translate = (TerminalEvent happened, out string message) =>
        {
            message = happened switch { KeyEvent key => key.Key.ToString(), QuitEvent => "save", _ => "" };
            return message.Length > 0;
        },
        Update = (model, message) => message switch
        {
            "+" => (model with { Ticking = true }, []),
            "-" => (model with { Ticking = false }, []),
            "tick" => (model with { Ticks = model.Ticks + 1 }, []),
            "w" => (model, ["ask"]),
            "save" => (model, ["saved"]),
            "q" => (model with { Exit = 3 }, ["bye"]),
            "answer" => (model with { Heard = model.Heard + "answer" }, []),
            _ => (model with { Keys = model.Keys + 1 }, []),
        },
        Perform = (effect, post) =>
        {
            world.Add(effect);
            if (effect == "ask") post("answer");
        },
        Timers = model => model.Ticking ? [new("clock", TimeSpan.FromMilliseconds(100), "tick")] : [],
        Exit = model => model.Exit,
        View = (model, size) =>
        {
            var grid = new Grid(size);
            grid.All.Write(0, 0, $"{model.Keys} {model.Ticks}", Role.Text);
            return grid;
        },
    };

    [Fact]
    public void Keys_change_the_model_and_the_end_has_its_code()
    {
        var world = new List<string>();
        var terminal = new FakeTerminal(20, 2).Press("a", "Shift+Left", "w", "q", "b");
        var (code, model) = Counter(world).Run(terminal, terminal);
        Assert.Equal((3, 2, 0), (code, model.Keys, model.Ticks));
        Assert.Equal(["hello", "ask", "bye"], world);
    }

    [Fact]
    public void Timers_tick_only_while_asked_for()
    {
        var terminal = new FakeTerminal(20, 2) { Limit = TimeSpan.FromSeconds(1) }.Press("+");
        var (_, model) = Counter([]).Run(terminal, terminal);
        Assert.Equal(10, model.Ticks);
        Assert.Equal("1 0".Replace('1', '0'), GridText.Of(terminal.Frames[0].Grid).Split('\n')[0]);
        Assert.Equal("0 10", GridText.Of(terminal.Last!).Split('\n')[0]);
        Assert.Equal(0, Counter([]).Run(new FakeTerminal(20, 2).Press("+", "-")).Model.Ticks);
    }

    [Fact]
    public void The_first_frame_waits_for_the_first_effects_unless_it_is_to_be_shown_at_once()
    {
        foreach (bool isShown in new[] { false, true })
        {
            var terminal = new FakeTerminal(20, 2).Press("q");
            int frames = -1;
            var loop = Counter([]) with { ShowsFirst = isShown };
            (loop with { Perform = (effect, _) => frames = effect == "hello" ? terminal.Frames.Count : frames }).Run(terminal, terminal);
            Assert.Equal(isShown ? 1 : 0, frames);
        }
    }

    [Fact]
    public void Effects_answer_through_the_queue()
    {
        var terminal = new FakeTerminal(20, 2).Press("w", "w");
        Assert.Equal("answeranswer", Counter([]).Run(terminal, terminal).Model.Heard);
    }

    [Fact]
    public void A_quit_event_lets_the_program_save_and_then_ends_it()
    {
        var world = new List<string>();
        var terminal = new FakeTerminal(20, 2);
        terminal.Post(new QuitEvent(143, "asked"));
        Assert.Equal(143, Counter(world).Run(terminal, terminal).Code);
        Assert.Equal(["hello", "saved"], world);
    }

    [Fact]
    public void Frames_follow_the_size()
    {
        var terminal = new FakeTerminal(20, 2);
        terminal.Post(new ResizeEvent(new Size(7, 1)));
        Counter([]).Run(terminal, terminal);
        Assert.Equal(new Size(20, 2), terminal.Frames[0].Grid.Size);
        terminal = new FakeTerminal(20, 2);
        terminal.Post(new ResizeEvent(new Size(7, 1)));
        terminal.Press("+", "-", "w");
        Counter([]).Run(terminal, terminal);
        Assert.Equal(new Size(7, 1), terminal.Size);
    }
}
