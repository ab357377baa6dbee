using FsCheck;
using FsCheck.Fluent;

namespace Lessons.Tests;

public class AddressTests
{
    [Fact]
    public void The_example_of_the_manual_lands_on_its_moment()
    {
        const string text = "learning-rate/edge?optimizer.learningRate=1.2@3:layer1.z";
        var address = Address.Parse(text).OrThrow();
        Assert.Equal(("learning-rate", "edge"), (address.Lesson, address.Variant));
        Assert.Equal(KeyValuePair.Create("optimizer.learningRate", "1.2"), Assert.Single(address.Settings));
        Assert.Equal(new ValuePosition(3, "layer1.z"), address.At);
        Assert.Equal(text, address.ToString());
    }

    [Theory]
    [InlineData("xor")]
    [InlineData("xor@end")]
    [InlineData("xor/large-rate")]
    [InlineData("xor?seed=7")]
    [InlineData("xor?seed=7&batchSize=1@epoch 3")]
    [InlineData("xor@until update > 1 and loss > prev(loss)")]
    [InlineData("xor?name=")]
    [InlineData("xor?layers=[2,4,1]&标题=甲")]
    [InlineData("a_1.b@0")]
    public void Addresses_print_as_they_are_written(string text) => Assert.Equal(text, Address.Parse(text).OrThrow().ToString());

    [Theory]
    [InlineData("xor@epoch%203", "xor@epoch 3")]
    [InlineData("xor@until%20loss%3C0.1", "xor@until loss < 0.1")]
    [InlineData("xor?a=%62", "xor?a=b")]
    [InlineData("xor?a=%E4%B8%AD%25", "xor?a=中%25")]
    [InlineData("xor@until loss<1e+2", "xor@until loss < 100")]
    public void Escapes_are_read_and_printed_only_where_needed(string text, string printed) =>
        Assert.Equal(printed, Address.Parse(text).OrThrow().ToString());

    [Theory]
    [InlineData("", 1, "expected a lesson's id (letters, digits, - and _), found the end")]
    [InlineData("/edge", 1, "expected a lesson's id (letters, digits, - and _), found `/`")]
    [InlineData("../xor", 1, "expected a lesson's id (letters, digits, - and _), found `..`")]
    [InlineData("xor/", 5, "expected a variant's id after `/` (letters, digits, - and _), found the end")]
    [InlineData("xor/@3", 5, "expected a variant's id after `/` (letters, digits, - and _), found `@`")]
    [InlineData("xor edge", 4, "expected /VARIANT, ?KEY=VALUE, @POSITION or the end, found ` `")]
    [InlineData("xor/a/b", 6, "expected ?KEY=VALUE, @POSITION or the end, found `/`")]
    [InlineData("xor?", 5, "expected KEY=VALUE, as in optimizer.learningRate=0.1")]
    [InlineData("xor?=1", 5, "expected KEY=VALUE, as in optimizer.learningRate=0.1")]
    [InlineData("xor?a=1&", 9, "expected KEY=VALUE, as in optimizer.learningRate=0.1")]
    [InlineData("xor?a&b=1", 6, "expected `=` and a value after `a`")]
    [InlineData("xor?a@3", 6, "expected `=` and a value after `a`")]
    [InlineData("xor?a=1=2", 8, "expected &KEY=VALUE, @POSITION or the end (inside a value write %3D for = and %3F for ?), found `=`")]
    [InlineData("xor?a=1&b=2&a=3", 13, "`a` is given twice; give it once")]
    [InlineData("xor?a=5%", 8, "expected two hexadecimal digits after `%`; write %25 for a per cent sign")]
    [InlineData("xor?a=%4G", 7, "expected two hexadecimal digits after `%`; write %25 for a per cent sign")]
    [InlineData("xor?a=%C3%28", 7, "these escapes are not UTF-8")]
    [InlineData("xor@", 5, "expected a position: 0, an update K, K:NAME, epoch E, end or until EXPR")]
    [InlineData("xor@3:", 7, "expected the name of a value after `:`, as in 3:layer1.z; indices are not part of a position")]
    [InlineData("xor@until loss = 1", 16, "`=` is not known here; write ==")]
    [InlineData("xor@until%20loss = 1", 18, "`=` is not known here; write ==")]
    [InlineData("xor@1@2", 5, "expected an update number, got `1@2`; a whole number from 0 to 2147483647")]
    public void Errors_say_what_was_expected_and_where(string text, int column, string message)
    {
        var error = Address.Parse(text).Error!;
        Assert.Equal((column, message, text), (error.Column, error.Message, error.Source));
    }

    [Fact]
    public void Print_and_parse_are_inverse() =>
        Prop.ForAll(Random().ToArbitrary(), address => Address.Parse(address.ToString()).OrThrow().Equals(address))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    private static Gen<Address> Random()
    {
        var id = Gen.NonEmptyListOf(Gen.Elements("a", "Z9", "-", "_", "x.y")).Select(string.Concat).Where(Address.IsId);
        var text = Gen.ArrayOf(Gen.Elements("a", "1", "%", "&", "=", "?", "@", "/", " ", "+", "#", "\n", "中", "😀", "\ud800", "\"", "%41", "[", "]")).Select(string.Concat);
        var settings = Gen.ListOf(Gen.Zip(text, text)).Select(list => list.Where(pair => pair.Item1.Length > 0).DistinctBy(pair => pair.Item1)
            .Select(pair => KeyValuePair.Create(pair.Item1, pair.Item2)));
        return from lesson in id
               from variant in Gen.OneOf(id.Select(x => (string?)x), Gen.Constant((string?)null))
               from changed in settings
               from at in Gen.OneOf(PositionTests.Random.Select(x => (Position?)x), Gen.Constant((Position?)null))
               select new Address(lesson, variant, [.. changed], at);
    }
}
