using FsCheck;
using FsCheck.Fluent;

namespace Lessons.Tests;

/// <summary>Whatever is typed or pasted: a result or an error with a place inside the text, nothing else.</summary>
public class HostileInputTests
{
    private const string Deep = "nested more than 200 levels deep; split it into shorter expressions";

    private static readonly SampleRun Run = new(2);

    public static TheoryData<string, string> Nested => new()
    {
        { Repeat("(", 5_000) + "1" + Repeat(")", 4_999), Deep },
        { Repeat("-", 5_000) + "1", Deep },
        { Repeat("not ", 2_000) + "true", Deep },
        { Repeat("abs(", 1_000) + "1" + Repeat(")", 1_000), Deep },
        { "1" + Repeat("+1", 4_000), Deep },
        { "1" + Repeat("^1", 4_000), Deep },
        { "loss" + Repeat("[0]", 3_000), Deep },
        { Repeat("a[", 3_000), Deep },
        { Repeat("variant(edge,", 700), Deep },
        { Repeat("(", 100_000) + "1" + Repeat(")", 100_000), "expression of 200001 characters; at most 10000 are read" },
        { new string('x', 1 << 20), "expression of 1048576 characters; at most 10000 are read" },
    };

    [Theory]
    [MemberData(nameof(Nested))]
    public void Deep_and_long_input_is_an_error(string text, string message)
    {
        var error = Expression.Parse(text).Error!;
        Assert.Equal(message, error.Message);
        Assert.True(error.ToString().Length < 400);
    }

    [Fact]
    public void Depth_of_200_is_read_checked_evaluated_and_printed()
    {
        var sum = Expression.Parse("1" + Repeat("+1", 199)).OrThrow();
        Assert.Equal(200, sum.Number(Run).OrThrow());
        Assert.True(sum.Check(Run).Ok);
        Assert.Equal(sum, Expression.Parse(sum.ToString()).OrThrow());
        Assert.Equal(1, Expression.Parse(Repeat("(", 199) + "1" + Repeat(")", 199)).OrThrow().Number(Run).OrThrow());
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("dead(", ")")]
    [InlineData("variant(", ", 1)")]
    [InlineData("1 + loss[", "]")]
    [InlineData("loss ", "")]
    [InlineData("", "()")]
    public void Long_names_are_cut_in_the_message(string before, string after)
    {
        var parsed = Expression.Parse(before + new string('x', 9_000) + after);
        var error = parsed.Error ?? parsed.Value!.Check(Run).Error!;
        Assert.InRange(error.ToString().Length, 1, 400);
    }

    [Fact]
    public void Calls_with_many_arguments_are_fine() =>
        Assert.Equal(1, Expression.Parse("max(" + Repeat("1,", 4_000) + "0)").OrThrow().Number(Run).OrThrow());

    [Fact]
    public void Any_characters_give_a_result_or_an_error_inside_the_text() =>
        Prop.ForAll(AnyText(), text => Sound(text, Expression.Parse(text))).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void Any_words_of_the_language_give_a_result_or_an_error_inside_the_text() =>
        Prop.ForAll(Words(), text =>
        {
            var parsed = Expression.Parse(text);
            if (!Sound(text, parsed)) return false;
            if (!parsed.Ok) return true;
            return Sound(text, parsed.Value.Check(Run)) && Sound(text, parsed.Value.Evaluate(Run)) && Sound(text, parsed.Value.Holds(Run));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5000));

    [Fact]
    public void Any_text_is_a_text_a_position_and_an_address_or_an_error_inside_it() =>
        Prop.ForAll(AnyText(), text => Sound(text, InterpolatedText.Parse(text)) && Sound(text, Position.Parse(text)) && Sound(text, Address.Parse(text)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    internal static bool Sound<T>(string text, TextResult<T> result) where T : notnull =>
        result.Ok || (result.Error.Source == text && result.Error.Place.Start >= 0 && result.Error.Place.Start <= text.Length
            && result.Error.Column >= 1 && result.Error.ToString().Contains('^'));

    private static Arbitrary<string> AnyText() => Gen.OneOf(
        ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""),
        Gen.ArrayOf(Gen.Elements("{{", "}}", "loss", ":", "3", "%", "%e", "%C3%28", "?", "a=b", "&", "@", "/", "until ", "epoch ", "end", "\ud83d", "\udc00", "中", "\n", "\0", "."))
            .Select(string.Concat)).ToArbitrary();

    private static Arbitrary<string> Words() => Gen.ArrayOf(Gen.Elements(
        "loss", "layer1.weight", "layer1.bias", "[", "]", "[0]", "(", ")", ",", "+", "-", "*", "/", "^", "<", "==", "and", "or", "not", "prev(", "at(",
        "variant(edge,", "max(", "count(", "dead(layer1)", "argmax(", "softmax(", "matmul(", "history(", "pick(", "sort(", "concat(", "quantize(", ":", "eye(", "data.x", "1", "2.5", "nan", "inf", "true", " ")).Select(words => string.Join(" ", words)).ToArbitrary();

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
