namespace Sim.Tests;

/// <summary>A lesson that is being written: its file changes under the program that shows it.</summary>
public class OpenFileTests : ProgramTest
{
    [PtyFact]
    public void A_file_replaced_broken_mended_and_deleted_keeps_the_place()
    {
        string path = Path.Combine(Folder, "mine.json"), text = Example();
        File.WriteAllText(path, text);
        using var terminal = Start($"play {path} --lang en");
        terminal.WaitForText("1/5");
        terminal.Type("}");
        terminal.WaitForText("2/5");
        Replace(path, text.Replace("Its outputs are", "Edited once, its outputs are"));
        terminal.WaitForText("loaded anew");
        terminal.WaitForText("Edited once");
        terminal.WaitForText("2/5");
        Replace(path, text[..^40]);
        terminal.WaitForText("cannot be used");
        terminal.Type(Right);
        WaitUntilGone(terminal, "cannot be used");
        terminal.WaitForText("2/5");
        Replace(path, text.Replace("Its outputs are", "Edited twice, its outputs are"));
        terminal.WaitForText("Edited twice");
        File.Delete(path);
        terminal.Type("}");
        terminal.WaitForText("3/5");
        Replace(path, text);
        terminal.WaitForText("loaded anew");
        terminal.WaitForText("3/5");
        terminal.Type("q");
        Assert.Equal(0, terminal.WaitForExit());
        AssertGivenBack(terminal);
    }

    [PtyFact]
    public void A_lesson_of_the_own_folder_is_loaded_anew_when_it_is_saved()
    {
        string own = Directory.CreateDirectory(Path.Combine(Folder, "own")).FullName, path = Path.Combine(own, "mine.json"), text = Example();
        File.WriteAllText(path, text);
        File.WriteAllText(Path.Combine(Folder, "choices.json"), $$"""{"tourSeen": true, "language": "en", "folder": "{{own}}"}""");
        using var terminal = Start("");
        terminal.WaitForText("Watermelon");
        terminal.Type("/doubl\r");
        terminal.WaitForText("/doubl");
        terminal.Type("\r");
        terminal.WaitForText("1/5");
        Replace(path, text.Replace("Its outputs are", "Edited once, its outputs are"));
        terminal.WaitForText("loaded anew");
        terminal.Type("}");
        terminal.WaitForText("Edited once");
        terminal.Type("qq");
        Assert.Equal(0, terminal.WaitForExit());
    }

    // As editors save: written beside, then renamed over it.
    private static void Replace(string path, string text)
    {
        File.WriteAllText(path + "~", text);
        File.Move(path + "~", path, overwrite: true);
    }

    private static string Example()
    {
        string document = File.ReadAllText(Path.Combine(Shared.Repository.Root, "docs", "lessons.md"));
        int start = document.IndexOf("```json", StringComparison.Ordinal) + 7;
        return document[start..document.IndexOf("```", start, StringComparison.Ordinal)];
    }
}
