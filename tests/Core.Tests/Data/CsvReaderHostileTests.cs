namespace Core.Tests;

public class CsvReaderHostileTests
{
    private static string[] Problems(string text, CsvOptions? options = null) =>
        Expect.Problems(() => CsvReader.Read(new StringReader(text), options ?? new() { Targets = ["y"] }));

    [Fact]
    public void EveryBadFieldIsToldWithLineColumnAndName() => Assert.Equal(
        [
            "line 2, column 1 ('a'): given 'red'; expected a number; correct it, leave the column out of the inputs, or name it among the categories",
            "line 3, column 3 ('b'): given nothing; expected a number; fill it in, leave such rows out (missing: drop), or take the mean for inputs (missing: mean)",
            "line 4, column 1 ('a'): given 'NA', a missing value; expected a number; fill it in, leave such rows out (missing: drop), or take the mean for inputs (missing: mean)",
            "line 4, column 4 ('b'): given '1,5'; expected a number; write a decimal point instead of the comma",
            "line 5, column 1 ('a'): given '1e999'; expected a finite number (below 1.8e308); correct it or leave the row out",
        ],
        Problems("a,b,y\nred,1,0\n1,,0\nNA,\"1,5\",0\n1e999,1,0\n"));

    [Fact]
    public void RaggedRowsAreToldWithTheHeadersLine() => Assert.Equal(
        [
            "line 3: given 3 fields; expected 2, as in the header in line 1; put texts with a separator in quotes and write numbers with a decimal point",
            "line 4: given 1 fields; expected 2, as in the header in line 1; add the missing fields",
        ],
        Problems("a,y\n1,2\n1,2,3\n1\n"));

    [Theory]
    [InlineData("", "given no text; expected a header and at least one row; check that it is the right file")]
    [InlineData("a,y\n", "given a header and no rows; expected a header and at least one row; check that it is the right file")]
    [InlineData("a,a,y\n1,2,3", "line 1, column 3: given the column name 'a' again (first in line 1, column 1); expected different names; rename one of the two")]
    [InlineData("a,,y\n1,2,3", "line 1, column 3: given a column without a name; expected a name for every column in the header; name it")]
    [InlineData("a,Y\n1,2", "targets: given target column 'y', which the table does not have; expected one of 'a', 'Y'; did you mean 'Y'? (upper and lower case differ)")]
    [InlineData("y\n1", "features: given only target columns; expected at least one other column; add inputs, or state fewer targets")]
    [InlineData("a,y\n1,\"2", "line 2, column 3: given a quote that is never closed; expected a closing quote; add it after the field's text")]
    [InlineData("a,y\n1,\"2\"3", "line 2, column 6: given '3' after a closing quote; expected a separator or the end of the line; put the whole field in quotes, quotes inside doubled")]
    public void MistakesOfTheTableAreTold(string text, string problem) => Assert.Equal(problem, Problems(text)[0]);

    [Fact]
    public void AQuoteInsideAnUnquotedFieldIsToldWithItsColumn() => Assert.Equal(
        "line 2, column 2: given a quote inside a field that does not begin with one; expected quotes around the whole field, doubled inside; write for example \"5\"\" pipe\", without spaces outside the quotes",
        Problems("a,y\n5\" pipe,2")[0]);

    [Fact]
    public void LinesInsideQuotesAreCounted() => Assert.StartsWith("line 4, column 3 ('y')", Problems("a,y\n1,\"one\ntwo\"\n1,?\n", new() { Targets = ["y"] })[0]);

    [Fact]
    public void AnUnknownClassIsTold() => Assert.Equal(
        ["line 3, column 3 ('y'): given 'maybe'; expected one of the class names 'no', 'yes'; correct it or add it to the class names"],
        Problems("a,y\n1,yes\n2,maybe", new() { Targets = ["y"], TargetKind = TargetKind.Classes, ClassNames = ["no", "yes"] }));

    [Fact]
    public void ATargetCannotBeAFeatureAndColumnsMustExist() => Assert.Equal(
        [
            "features: given feature column 'z', which the table does not have; expected one of 'a', 'y'; did you mean 'a'? (upper and lower case differ)",
            "features: given 'y', which is a target; expected columns the model may see; take it out of the features or the targets",
        ],
        Problems("a,y\n1,2", new() { Targets = ["y"], Features = ["a", "y", "z"] }));

    [Fact]
    public void ProblemsAreCutAtTheirLimit()
    {
        var problems = Problems("a,y\n1,1\n" + string.Concat(Enumerable.Repeat("x,1\n", 50)), new() { Targets = ["y"], MaxProblems = 3 });
        Assert.Equal(4, problems.Length);
        Assert.Equal("given 47 more problems; expected none; correct these first", problems[3]);
    }

    [Fact]
    public void EndlessFieldsColumnsAndBinaryFilesEndInAMessage()
    {
        Assert.Contains("a field of more than 100000 characters", Problems("a,y\n\"" + new string('x', 200_000))[0]);
        Assert.Contains("more than 10000 fields", Problems(new string(',', 50_000))[0]);
        Assert.Contains("a NUL character", Problems("a,y\n\0\0\0,1")[0]);
    }

    [Fact]
    public void ControlCharactersAndLongTextsAreShownSafely() =>
        Assert.Contains("given '\\u001b[2J" + new string('x', 36) + "…';", Problems("a,y\n\u001b[2J" + new string('x', 90) + ",1\n2,2")[0]);
}
