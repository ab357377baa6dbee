using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Lessons.Tests;

public class ProgressTests
{
    private static readonly Gen<AnswerState> Answers =
        from tries in Gen.Choose(0, 3)
        from hints in Gen.Choose(0, 3)
        from right in Gen.Elements(true, false)
        from given in Gen.Elements(null, "", "1", "对")
        select new AnswerState(tries, hints, right, given);

    private static readonly Gen<LessonProgress> States =
        from time in Gen.Choose(0, 3)
        from scene in Gen.Elements(null, "start", "end")
        from at in Gen.Elements(null, "xor@3", "xor/edge?seed=2@3:layer1.z", "xor@until loss < 0.1")
        from done in Gen.Elements(true, false)
        from answers in Gen.Choose(0, 2).SelectMany(scene => Answers, (scene, answer) => (scene, answer)).ListOf()
        select answers.Take(4).Aggregate(
            new LessonProgress { When = time, Scene = scene, At = at is null ? null : Address.Parse(at).OrThrow(), IsDone = done },
            (state, pair) => state.With($"scene-{pair.scene}", pair.answer));

    private static readonly Gen<Progress> All =
        from lessons in Gen.Elements("xor", "watermelon", "学习").SelectMany(id => States, (id, state) => (id, state)).ListOf()
        select lessons.Take(4).Aggregate(Progress.None, (all, pair) => all.With(pair.id, pair.state));

    private static string Text(Progress progress) => Encoding.UTF8.GetString(ProgressFile.Write(progress));

    private static void ForAll(Func<Progress, Progress, Progress, bool> law) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(
            (from a in All from b in All from c in All select (a, b, c)).ToArbitrary(), given => law(given.a, given.b, given.c)));

    [Fact]
    public void What_is_written_is_read() => ForAll((a, _, _) =>
    {
        var read = ProgressFile.Read(ProgressFile.Write(a));
        return read.Problems.None && Text(read.Progress!) == Text(a);
    });

    [Fact]
    public void Merging_knows_no_order() => ForAll((a, b, _) => Text(a.Merge(b)) == Text(b.Merge(a)));

    [Fact]
    public void Merging_knows_no_grouping() => ForAll((a, b, c) => Text(a.Merge(b).Merge(c)) == Text(a.Merge(b.Merge(c))));

    [Fact]
    public void Merging_twice_changes_nothing() => ForAll((a, b, _) => Text(a.Merge(b).Merge(b)) == Text(a.Merge(b)) && Text(a.Merge(a)) == Text(a));

    [Fact]
    public void Merging_loses_nothing() => ForAll((a, b, _) =>
    {
        var both = a.Merge(b);
        return a.Lessons.Concat(b.Lessons).All(pair =>
            both.Of(pair.Key) is var merged && merged.When >= pair.Value.When && (merged.IsDone || !pair.Value.IsDone)
            && pair.Value.Answers.All(answer => merged.Answer(answer.Key) is var kept && (kept.IsRight || !answer.Value.IsRight) && (kept.IsRight != answer.Value.IsRight || kept.Tries >= answer.Value.Tries)));
    });

    [Theory]
    [InlineData("", "an empty text")]
    [InlineData("{\"format\": 1, \"lessons\": [", "close the list")]
    [InlineData("{\"format\": 2, \"lessons\": []}", "at most 1")]
    [InlineData("{\"format\": 1}", "without \"lessons\"")]
    [InlineData("{\"format\": 1, \"lessons\": [{\"id\": \"xor\", \"when\": -1, \"done\": true}]}", "given -1")]
    [InlineData("{\"format\": 1, \"lessons\": [{\"id\": \"xor\", \"when\": 1, \"done\": true, \"at\": \"xor@\"}]}", "expected a position")]
    [InlineData("{\"format\": 1, \"lessons\": [{\"id\": \"xor\", \"when\": 1, \"done\": true, \"answers\": [{\"scene\": \"a\", \"tries\": 1, \"hints\": 9, \"right\": true}]}]}", "at most 3")]
    [InlineData("\u0000\u0000\u0000\u0000", "given")]
    public void A_damaged_file_is_refused(string text, string words)
    {
        var read = ProgressFile.Read(Encoding.UTF8.GetBytes(text));
        Assert.Null(read.Progress);
        Assert.Contains(words, read.Problems.ToString());
    }

    [Fact]
    public void Every_cut_of_a_file_is_refused()
    {
        var whole = ProgressFile.Write(Progress.None.With("xor", new LessonProgress { When = 5, Scene = "end" }.With("end", new(1, 0, true, "2"))));
        for (var length = 0; length < whole.Length; length++) Assert.Null(ProgressFile.Read(whole.AsMemory(0, length)).Progress);
        Assert.NotNull(ProgressFile.Read(whole).Progress);
    }
}
