using System.Diagnostics;
using System.Text;
using Lessons;

namespace Sim.Tests;

/// <summary>The program in a pipe: a whole lesson by words, as a screen reader speaks it.</summary>
public class PlainProgramTests : ProgramTest
{
    [Fact]
    public void A_whole_lesson_reads_well_in_English() => Read(Language.English, "Scene {0} of {1}", "What you take with you", "5 of 5 questions right at the first try");

    [Fact]
    public void A_whole_lesson_reads_well_in_Chinese() => Read(Language.Chinese, "场景 {0}，共 {1} 个", "本课小结", "5 个问题中有 5 个一次答对");

    private void Read(Language language, string scene, string summary, string score)
    {
        string[] lines = Run($"play xor --plain --lang {language.Tag()}", Script());
        for (int k = 1; k <= 12; k++) Assert.Contains(lines, line => line.StartsWith(string.Format(scene, k, 12)));
        Assert.Contains(lines, line => line.StartsWith(summary));
        Assert.Contains(lines, line => line.StartsWith(score));
        Assert.DoesNotContain(lines, line => line.StartsWith('!'));
        // Nothing that is drawn rather than said, no place for a number left open, no words of the other language.
        Assert.DoesNotContain(lines, line => line.Any(letter => letter is '\e' or '\t' or (>= '─' and <= '╿') or (>= '⠀' and <= '⣿')) || line.Contains("{{") || line.Contains("{0}"));
        Assert.DoesNotContain(lines, line => line.EndsWith(' ') || line.Length == 0);
        if (language == Language.English) Assert.DoesNotContain(lines, line => line.Any(letter => letter is >= '一' and <= '鿿'));
        else Assert.DoesNotContain(lines.Where(line => line.Any(char.IsAsciiLetter)), line => line.Contains(" the ") || line.Contains("Type "));
    }

    [Fact]
    public void A_question_that_waits_is_told_with_the_word_that_goes_on()
    {
        string[] lines = Run("play xor --plain --lang en", "next\nscene\nquit\n");
        Assert.Contains(lines, line => line.Contains("question is waiting") && line.Contains("scene") && !line.Contains('}'));
        Assert.Contains(lines, line => line.StartsWith("Scene 2 of 12"));
    }

    // Right answers and next, in turns; the summary comes after the last scene.
    private static string Script()
    {
        var lesson = ShippedLesson.Library().Open("xor", null).Lesson;
        var examiner = new Examiner(LessonRuns.Start(lesson).Runs!);
        return string.Concat(lesson.Scenes.Select((scene, k) => (scene.Ask is null ? "" : $"answer {examiner.RightAnswer(k)}\n") + "next\n"));
    }

    private string[] Run(string arguments, string input)
    {
        var start = new ProcessStartInfo("dotnet", $"\"{Binary}\" {arguments}") { RedirectStandardInput = true, RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 };
        start.Environment["SIM_DATA"] = Folder;
        using var program = Process.Start(start)!;
        program.StandardInput.Write(input);
        program.StandardInput.Close();
        string said = program.StandardOutput.ReadToEnd();
        Assert.True(program.WaitForExit(TimeSpan.FromSeconds(60)));
        Assert.Equal(0, program.ExitCode);
        return said.TrimEnd('\n').Split('\n');
    }
}
