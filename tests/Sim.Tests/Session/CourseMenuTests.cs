using Lessons;

namespace Sim.Tests;

/// <summary>The menu of the program's own lessons: parts, needs, search, words.</summary>
public class CourseMenuTests
{
    private static readonly byte[] Shipped = File.ReadAllBytes(Path.Combine(Shared.Repository.Root, "lessons.json"));

    private static SessionKit Menu(int width = 80, int height = 24, Language language = Language.English) =>
        new(new Size(width, height), "", language: language, library: new LessonLibrary(Shipped, new NoFiles(), _ => []));

    [Fact]
    public void Every_lesson_can_be_reached_and_is_then_on_the_screen_at_every_size()
    {
        foreach (var (width, height) in new[] { (40, 12), (80, 24), (120, 36) })
        {
            using var menu = Menu(width, height);
            foreach (var entry in menu.Model.Menu.Entries)
            {
                Assert.Equal(entry, menu.Model.Menu.ChosenEntry);
                Assert.Contains($"> {menu.Model.Menu.Chosen + 1,2}", menu.Text);
                menu.Press("Down");
            }
        }
    }

    [Fact]
    public void Lessons_stand_under_the_headings_of_their_parts()
    {
        using var menu = Menu(120, 60);
        string text = menu.Text;
        var parts = menu.Model.Menu.Entries.Select(entry => entry.Part).Distinct().ToArray();
        Assert.Equal(6, parts.Length);
        int last = -1;
        foreach (var part in parts)
        {
            int at = text.IndexOf(part.En, StringComparison.Ordinal);
            Assert.True(at > last, part.En);
            last = at;
        }
    }

    [Fact]
    public void The_chosen_lesson_shows_what_it_needs_and_where_it_leads()
    {
        using var menu = Menu(120, 48);
        while (menu.Model.Menu.ChosenEntry!.Id != "gradient") menu.Press("Down");
        string[] lines = menu.Text.Split('\n');
        Assert.Contains("←", lines.Single(line => line.Contains("3 ") && line.Contains("A line through points  ")));
        Assert.Contains("→", lines.Single(line => line.Contains("Learning rate: how long a step  ")));
        Assert.Contains("leads to:", menu.Text);
    }

    [Theory]
    [InlineData("momentum", "optimizers")]
    [InlineData("动量", "optimizers")]
    [InlineData("dead-relu", "dead-relu")]
    [InlineData("混淆矩阵", "evaluation")]
    public void Search_finds_a_lesson_by_its_words_in_either_language(string word, string id)
    {
        foreach (var language in new[] { Language.English, Language.Chinese })
        {
            using var menu = Menu(language: language).Press("/").Type(word);
            Assert.Contains(menu.Model.Menu.Shown, entry => entry.Id == id);
            Assert.True(menu.Model.Menu.Shown.Length < menu.Model.Menu.Entries.Length);
        }
    }

    [Fact]
    public void What_to_go_on_with_is_begun_or_has_its_needs_done()
    {
        using var menu = Menu();
        var entries = menu.Model.Menu.Entries;
        Assert.Equal("watermelon", menu.Model.Menu.Suggested!.Id);
        Assert.Equal("split", new MenuModel(entries.SetItem(0, entries[0] with { IsDone = true })).Suggested!.Id);
        Assert.Equal("xor", new MenuModel([.. entries.Select(entry => entry.Id == "xor" ? entry with { Seen = 2 } : entry)]).Suggested!.Id);
        Assert.Null(new MenuModel([.. entries.Select(entry => entry with { IsDone = true })]).Suggested);
    }

    [Fact]
    public void All_words_are_explained_in_the_menu_and_a_search_narrows_them()
    {
        using var menu = Menu().Press("G");
        int all = OverlayView.Lines(menu.Model).Count;
        Assert.True(menu.Model.Menu.Glossary.Length >= 60);
        menu.Press("/").Type("梯度");
        Assert.InRange(OverlayView.Lines(menu.Model).Count, 2, all / 2);
        Assert.Contains("gradient descent", menu.Text);
        menu.Press("Enter", "Escape");
        Assert.Equal(Overlay.None, menu.Model.Overlay);
        Assert.Equal(all, OverlayView.Lines(menu.Press("G").Model).Count);
    }

    [Fact]
    public void In_a_lesson_its_own_words_come_first_and_the_others_follow()
    {
        using var lesson = new SessionKit(new Size(80, 24), "xor", library: new LessonLibrary(Shipped, new NoFiles(), _ => []));
        lesson.Press("G");
        var words = lesson.Lesson.Glossary.AddRange(lesson.Lesson.OtherWords);
        Assert.Equal(words.Length, words.Select(word => word.Word.En).Distinct().Count());
        string text = string.Join('\n', OverlayView.Lines(lesson.Model).Select(line => string.Concat(line.Select(span => span.Text))));
        Assert.True(text.IndexOf(lesson.Lesson.Glossary[^1].Word.En, StringComparison.Ordinal) < text.IndexOf(SessionWords.AllOtherWords.En, StringComparison.Ordinal));
        Assert.Contains(lesson.Lesson.OtherWords[^1].Word.En, text);
        Assert.Contains(SessionWords.NoWordFound.En, lesson.Press("/").Type("zzz").Text);
    }

    private sealed class NoFiles : IFiles
    {
        public bool Exists(string path) => false;

        public ReadOnlyMemory<byte> Read(string path, long most) => throw new RequestException($"there is no file {path}");

        public TextReader OpenText(string path) => throw new RequestException($"there is no file {path}");
    }
}
