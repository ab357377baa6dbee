namespace Sim.Tests;

/// <summary><c>sim replay --check</c> and <c>--update</c> on files.</summary>
public sealed class ReplayCheckTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sim-scripts").FullName;

    private string Path_ => Path.Combine(_folder, "my.demo");

    private string Golden(string name) => Path.Combine(_folder, "__snapshots__", $"my.{name}.txt");

    public ReplayCheckTests() => File.WriteAllText(Path.Combine(_folder, "xor.json"), SessionKit.Xor);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private (int Code, string Out, string Error) Run(string script, params string[] options)
    {
        File.WriteAllText(Path_, script);
        return Run(["replay", Path_, .. options]);
    }

    private static (int Code, string Out, string Error) Run(string[] arguments)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var host = new CommandHost { Out = output, Error = error, Files = new DiskFiles(), Lessons = EmbeddedLessons.Read() };
        return (CommandLine.Run(arguments, host), output.ToString(), error.ToString());
    }

    [Fact]
    public void Snapshots_are_accepted_compared_and_shown_row_by_row()
    {
        const string Script = "lesson xor.json\nstep 4\nsnapshot here\n";
        var missing = Run(Script, "--check");
        Assert.Equal(1, missing.Code);
        Assert.Contains("line 3: snapshot here", missing.Out);
        Assert.Contains("my.here.txt is missing", missing.Out);
        Assert.Equal(0, Run(Script, "--update").Code);
        var fine = Run(Script, "--check");
        Assert.Equal((0, $"ok    {Path_}   3 commands, 0:02, 0 expectations, 1 snapshots\n", ""), fine);
        var moved = Run(Script.Replace("step 4", "step 5", StringComparison.Ordinal), "--check");
        Assert.Equal(1, moved.Code);
        Assert.Contains("line 3: snapshot here\n  the screen is not as accepted in ", moved.Out);
        Assert.Matches(@"\n +2 - .+layer1\.\w.+\n +2 \+ .+layer1\.\w.+\n +\^\n", moved.Out);
    }

    [Fact]
    public void Goldens_without_a_snapshot_are_told_and_removed_by_update_but_not_those_of_other_scripts()
    {
        Run("lesson xor.json\nsnapshot a\nsnapshot b\n", "--update");
        string other = Path.Combine(_folder, "__snapshots__", "my.other.a.txt");
        File.WriteAllText(other, "");
        const string Less = "lesson xor.json\nsnapshot b\n";
        var stale = Run(Less, "--check");
        Assert.Equal(1, stale.Code);
        Assert.Contains("my.a.txt belongs to no snapshot of the script", stale.Out);
        Assert.Equal(0, Run(Less, "--update").Code);
        Assert.False(File.Exists(Golden("a")));
        Assert.True(File.Exists(Golden("b")));
        Assert.True(File.Exists(other));
    }

    [Fact]
    public void A_failed_expectation_says_its_line_and_the_numbers()
    {
        var failed = Run("lesson xor.json\nupdate 2\n\nexpect loss < 0.5\nexpect update == 2\n", "--check");
        Assert.Equal(1, failed.Code);
        Assert.Matches(@"my\.demo: line 4: expect loss < 0\.5\n  it does not hold: loss = 0\.\d+\n", failed.Out);
        Assert.DoesNotContain("line 5", failed.Out);
    }

    [Fact]
    public void All_that_is_wrong_with_text_and_names_is_told_before_anything_is_played()
    {
        var wrong = Run("lesson watermelom\nlesson watermelon\nexpect los < 1\nvariant baskett\ngo 1:layer9.z\nstep x\nuntil sqrt\n", "--check");
        Assert.Equal(2, wrong.Code);
        Assert.Equal("", wrong.Out);
        Assert.StartsWith($"sim: {Path_}: 6 problems\n", wrong.Error);
        Assert.Contains("line 1, column 8: lesson: there is no lesson or file \"watermelom\"", wrong.Error);
        Assert.Contains("did you mean watermelon?", wrong.Error);
        Assert.Contains("line 3, column 8: expect: unknown name `los`; did you mean loss?\n    expect los < 1\n           ^^^", wrong.Error);
        Assert.Contains("line 4, column 9: variant: no variant `baskett`; did you mean `basket`?", wrong.Error);
        Assert.Contains("line 5, column 6: go: unknown name `layer9.z`", wrong.Error);
        Assert.Contains("line 6, column 6: step: found `x`", wrong.Error);
    }

    [Fact]
    public void A_script_without_a_lesson_is_told_before_it_is_played() =>
        Assert.Contains("line 1, column 1: step: no lesson is open; expected `lesson ID` before it", Run("step\n", "--check").Error);

    [Fact]
    public void A_file_that_is_no_script_is_refused()
    {
        File.WriteAllBytes(Path_, [0x7F, (byte)'E', (byte)'L', (byte)'F', 0, 0, 1, 255, 254]);
        var binary = Run(["replay", Path_, "--check"]);
        Assert.Equal(2, binary.Code);
        Assert.Contains("expected a script as UTF-8 text", binary.Error);
        var none = Run(["replay", Path.Combine(_folder, "your.demo"), "--check"]);
        Assert.Equal(2, none.Code);
        Assert.Contains("there is no file", none.Error);
        Assert.Equal(2, Run(["replay", _folder, "--check"]).Code);
    }

    [Fact]
    public void A_line_of_a_hundred_megabytes_is_refused_without_reading_it()
    {
        using (var file = new FileStream(Path_, FileMode.Create)) file.SetLength(100 << 20);
        var long_ = Run(["replay", Path_, "--check"]);
        Assert.Equal(2, long_.Code);
        Assert.Contains("has more than 1000000 characters; expected a script", long_.Error);
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_told()
    {
        File.WriteAllText(Path.Combine(_folder, "__snapshots__"), "in the way");
        var refused = Run("lesson xor.json\nsnapshot a\n", "--update");
        Assert.Equal(2, refused.Code);
        Assert.Contains("cannot be", refused.Error);
    }

    [Fact]
    public void Check_takes_scripts_beside_lessons()
    {
        File.WriteAllText(Path_, "lesson xor.json\nexpect update == 1\n");
        var failed = Run(["check", Path_, Path.Combine(_folder, "xor.json")]);
        Assert.Equal(1, failed.Code);
        Assert.Contains("line 2: expect update == 1", failed.Out);
        Assert.Contains("update = 0", failed.Out);
        Assert.Contains("ok    ", failed.Out);
    }

    [Fact]
    public void The_demos_of_the_program_show_what_was_accepted()
    {
        string[] demos = Directory.GetFiles(Path.Combine(Shared.Repository.Root, "demos"), "*.demo");
        Assert.NotEmpty(demos);
        Assert.All(demos, demo => Assert.Equal((0, ""), Run(["replay", demo, "--check"]) is var run ? (run.Code, run.Error) : default));
    }
}
