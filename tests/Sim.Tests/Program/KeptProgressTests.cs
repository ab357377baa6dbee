using System.Diagnostics;

namespace Sim.Tests;

/// <summary>What a learner has done outlives the program, whatever ends it and whatever happens to the files.</summary>
public class KeptProgressTests : ProgramTest
{
    [PtyFact]
    public void Killed_in_the_middle_of_a_lesson_it_goes_on_there_with_the_answers()
    {
        using (var terminal = StartXor())
        {
            AnswerAndGoOn(terminal);
            terminal.Signal(SIGKILL);
            terminal.WaitForExit();
        }
        using var again = Start("play xor --lang en");
        again.WaitForText("2/12");
        Assert.True(Progress().Of("xor").Answer("question").IsRight);
        again.Type("{");
        again.WaitForText("1/12");
        PressUntil(again, " ", "✓ 2");
        again.Type("q");
        Assert.Equal(0, again.WaitForExit());
    }

    [PtyFact]
    public void Killed_while_exploring_it_comes_back_to_the_same_moment()
    {
        using (var terminal = StartXor())
        {
            AnswerAndGoOn(terminal);
            terminal.Type("g7:loss\r");
            terminal.WaitForText("update 7/");
            var clock = Stopwatch.StartNew();
            while (Progress().Of("xor").At?.ToString().EndsWith("@7:loss") != true && clock.Elapsed < TimeSpan.FromSeconds(60)) Thread.Sleep(20);
            terminal.Signal(SIGKILL);
            terminal.WaitForExit();
        }
        using var again = Start("play xor --lang en");
        again.WaitForText("update 7/");
        again.WaitForText("exploring");
        again.Type(" ");
        WaitUntilGone(again, "exploring");
        again.Type("q");
        Assert.Equal(0, again.WaitForExit());
    }

    [PtyFact]
    public void A_damaged_file_is_set_aside_and_said_in_the_menu_and_in_a_lesson()
    {
        foreach (string arguments in new[] { "play xor --lang en", "" })
        {
            File.WriteAllText(Path.Combine(Folder, "choices.json"), """{"tourSeen": true}""");
            File.WriteAllText(ProgressPath, "{\"format\": 1, \"lessons\": [{\"id\": \"xor\", ");
            using (var terminal = Start(arguments))
            {
                terminal.WaitForText("damaged");
                terminal.Type("q");
                Assert.Equal(0, terminal.WaitForExit());
            }
            string kept = Assert.Single(Directory.GetFiles(Folder, "progress.json.damaged-*"));
            Assert.Contains("\"xor\"", File.ReadAllText(kept));
            File.Delete(kept);
        }
    }

    [PtyFact]
    public void A_folder_that_cannot_be_written_is_said_once_and_the_lesson_goes_on()
    {
        string inTheWay = Path.Combine(Folder, "in-the-way");
        File.WriteAllText(inTheWay, "");
        var (code, said) = Shell($"exec dotnet '{Binary}' play xor --plain --lang en", "answer 2\nnext\nnext\nstep\nquit\n", Path.Combine(inTheWay, "sim"));
        Assert.Equal(0, code);
        AssertWarnedOnce(said);
    }

    [PtyFact]
    public void A_full_disk_is_said_once_and_the_lesson_goes_on()
    {
        // No file may grow: every write ends as on a full disk, with an error.
        var (code, said) = Shell($"trap '' XFSZ; ulimit -f 0; exec dotnet '{Binary}' play xor --plain --lang en", "answer 2\nnext\nnext\nstep\nquit\n", Folder);
        Assert.Equal(0, code);
        AssertWarnedOnce(said);
        Assert.DoesNotContain(Directory.GetFiles(Folder), path => path.EndsWith(".new"));
    }

    [PtyFact]
    public void Two_programs_at_once_keep_each_others_progress()
    {
        using (var one = StartXor())
        using (var two = Start("play watermelon --lang en"))
        {
            two.WaitForText("1/14");
            AnswerAndGoOn(one);
            PressUntil(two, " ", "2/14");
            one.Type("}");
            one.WaitForText("3/12");
            two.Type("q");
            one.Type("q");
            Assert.Equal((0, 0), (one.WaitForExit(), two.WaitForExit()));
        }
        var progress = Progress();
        Assert.Equal(["watermelon", "xor"], progress.Lessons.Keys);
        Assert.True(progress.Of("xor").Answer("question").IsRight);
    }

    private static void AssertWarnedOnce(string said)
    {
        Assert.Single(said.Split('\n'), line => line.StartsWith("! Progress cannot be kept"));
        Assert.Contains("Scene 2 of 12", said);
        Assert.Matches("Update 1, step \\d+ of 26", said);
    }

    private static (int Code, string Said) Shell(string command, string input, string data)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", command]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment["SIM_DATA"] = data;
        // The runtime keeps its compiled code in a file of its own otherwise, which may not grow either.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        using var program = Process.Start(start)!;
        program.StandardInput.Write(input);
        program.StandardInput.Close();
        string said = program.StandardOutput.ReadToEnd();
        Assert.True(program.WaitForExit(TimeSpan.FromSeconds(60)));
        return (program.ExitCode, said);
    }
}
