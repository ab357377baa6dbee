using Core;
using Features;

namespace Lessons.Tests;

public class StepWordsTests
{
    [Fact]
    public void Every_step_of_every_feature_has_words_in_both_languages()
    {
        var names = FeatureExperiments.All().SelectMany(Names).Distinct().ToArray();
        Assert.True(names.Length > 60, $"{names.Length} names");
        var silent = names.Where(name => StepWords.Of(name) is not { } words || !IsEnglish(words.En) || !IsChinese(words.Zh));
        Assert.Empty(silent);
    }

    [Fact]
    public void A_name_that_no_step_writes_has_no_words() => Assert.Null(StepWords.Of("layer1.nonsense"));

    [Fact]
    public void Every_phase_has_a_title_and_a_sentence_in_both_languages()
    {
        foreach (var words in Enum.GetValues<Phase>().Select(PhaseWords.Of))
        {
            Assert.True(IsEnglish(words.Title.En) && IsEnglish(words.Intro.En));
            Assert.True(IsChinese(words.Title.Zh) && IsChinese(words.Intro.Zh));
        }
    }

    [Fact]
    public void Every_remark_of_an_operation_is_translated()
    {
        var remarks = FeatureExperiments.All().SelectMany(Operations).Select(operation => operation.Remark).OfType<string>().Distinct().ToArray();
        Assert.NotEmpty(remarks);
        foreach (var remark in remarks) Assert.True(IsChinese(RemarkWords.Of(remark).Zh), remark);
    }

    [Fact]
    public void Rules_in_chinese_have_no_english_sentences_left()
    {
        string[] known = ["data_loss", "velocity", "g_avg", "loss", "mask", "sum", "size", "warm", "tanh", "max", "softmax", "patience", "minDelta", "sign", "min", "_min", "cos", "clamp", "recall", "precision"];
        foreach (var rule in FeatureExperiments.All().SelectMany(Operations).Where(operation => operation.Phase != Phase.Evaluate).Select(operation => operation.Rule).Distinct())
        {
            var chinese = RuleWords.Of(rule, Language.Chinese) ?? "";
            var words = System.Text.RegularExpressions.Regex.Matches(chinese, "[A-Za-z_]{3,}").Select(match => match.Value);
            Assert.DoesNotContain(words, word => !known.Contains(word) && word is not ("erf" or "cos" or "norm" or "eta" or "η_min"));
        }
    }

    private static IEnumerable<string> Names(Experiment experiment) => Operations(experiment).Where(operation => !operation.IsHidden).Select(operation => operation.Output.Name);

    private static IEnumerable<Operation<float>> Operations(Experiment experiment) =>
        Compiler.Compile<float>(experiment, DataLoader.WithoutFiles.Load(experiment)).Operations;

    private static bool IsEnglish(string text) => text.Length > 0 && !IsChinese(text);

    private static bool IsChinese(string text) => text.Any(c => c is >= '\u4e00' and <= '\u9fff');
}
