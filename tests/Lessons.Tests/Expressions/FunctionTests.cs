namespace Lessons.Tests;

public class FunctionTests
{
    private static readonly SampleRun Run = new(2);

    [Theory]
    [InlineData("log10([1000, 0.01, 1, 1e22])", "[3, -2, 0, 22]")]
    [InlineData("log2([8, 0.25, 1, 1024])", "[3, -2, 0, 10]")]
    [InlineData("log10(0) == -inf and isnan(log10(-1)) and isnan(log2(-1)) and log2(0) == -inf", "true")]
    [InlineData("round([0.5, 1.5, 2.5, -0.5, 2.4])", "[0, 2, 2, -0, 2]")]
    [InlineData("floor([1.5, -1.5])", "[1, -2]")]
    [InlineData("ceil([1.5, -1.5])", "[2, -1]")]
    [InlineData("sign([-3, 0, 2, nan])", "[-1, 0, 1, nan]")]
    [InlineData("pow(2, [1, 2, -1])", "[2, 4, 0.5]")]
    [InlineData("mod([5, -1, 6], 4)", "[1, 3, 2]")]
    [InlineData("relu([-1, 2, nan])", "[0, 2, nan]")]
    [InlineData("sigmoid(0)", "0.5")]
    [InlineData("abs(sigmoid(2) - 0.880797077977882) < 1e-14", "true")]
    [InlineData("abs(tanh(1) - 0.761594155955765) < 1e-14", "true")]
    [InlineData("abs(softplus(1) - 1.313261687518223) < 1e-14", "true")]
    [InlineData("abs(erf(1) - 0.842700792949715) < 1e-14 and abs(sin(1) - 0.841470984807897) < 1e-14 and cos(0) == 1", "true")]
    [InlineData("max(abs(softmax([1, 2, 3]) - [0.0900305731703805, 0.244728471054798, 0.665240955774822])) < 1e-14", "true")]
    [InlineData("softmax([1000, 1000])", "[0.5, 0.5]")]
    [InlineData("clamp([-5, 0.5, 5], -1, 1)", "[-1, 0.5, 1]")]
    [InlineData("if([1, -1] > 0, [10, 20], 0)", "[10, 0]")]
    [InlineData("if(true, 1, layer9.z[0])", "1")]
    [InlineData("if(loss > 0, loss < 1, false)", "true")]
    public void Elementwise_functions_have_their_published_values(string text, string value) => Assert.Equal(value, Run.Say(text));

    [Theory]
    [InlineData("std([2, 4, 4, 4, 5, 5, 7, 9])", "2")] // the usual textbook row
    [InlineData("var([2, 4, 4, 4, 5, 5, 7, 9])", "4")]
    [InlineData("median([3, 1, 2])", "2")]
    [InlineData("median([4, 1, 2, 3])", "2.5")]
    [InlineData("quantile([1, 2, 3, 4], 0.25)", "1.75")] // R type 7
    [InlineData("quantile([1, 2, 3, 4], 1)", "4")]
    [InlineData("isnan(median([1, nan]))", "true")]
    [InlineData("product([2, 3, 4])", "24")]
    [InlineData("range([2, -3, 4])", "7")]
    [InlineData("first([1, 5, 7] > 4)", "1")]
    [InlineData("first([1, 5, 7] > 9)", "nan")]
    [InlineData("dot([1, 2, 3], [4, 5, 6])", "32")]
    [InlineData("rowsum([[1, 2], [3, 4]])", "[3, 7]")]
    [InlineData("colsum([[1, 2], [3, 4]])", "[4, 6]")]
    [InlineData("rowmean([[1, 2], [3, 4]])", "[1.5, 3.5]")]
    [InlineData("colmean([[1, 2], [3, 4]])", "[2, 3]")]
    [InlineData("rowmax([[1, 2], [4, 3]]) - rowmin([[1, 2], [4, 3]])", "[1, 1]")]
    [InlineData("colmax([[1, 9], [4, 3]]) - colmin([[1, 9], [4, 3]])", "[3, 6]")]
    [InlineData("rownorm([[3, 4], [6, 8]])", "[5, 10]")]
    [InlineData("colnorm([[3, 1], [4, 0]])", "[5, 1]")]
    [InlineData("rowstd([[1, 3], [5, 5]])", "[1, 0]")]
    [InlineData("colstd([[1, 5], [3, 5]])", "[1, 0]")]
    [InlineData("rowmean([1, 2, 3])", "2")]
    [InlineData("sort([[3, 1, 2], [9, nan, 7]])", "[[1, 2, 3], [7, 9, nan]]")]
    [InlineData("cumsum([[1, 2, 3], [4, 5, 6]])", "[[1, 3, 6], [4, 9, 15]]")]
    [InlineData("argmin([[3, 1, 2], [0, 5, 0]])", "[1, 0]")]
    public void Reductions_have_their_values(string text, string value) => Assert.Equal(value, Run.Say(text));

    [Theory]
    [InlineData("matmul([[1, 2], [3, 4]], [[5, 6], [7, 8]])", "[[19, 22], [43, 50]]")]
    [InlineData("matmul([[1, 2], [3, 4]], [5, 6])", "[17, 39]")]
    [InlineData("matmul([1, 2], [[1, 2, 3], [4, 5, 6]])", "[9, 12, 15]")]
    [InlineData("matmul([1, 2], [3, 4])", "11")]
    [InlineData("transpose([[1, 2, 3], [4, 5, 6]])", "[[1, 4], [2, 5], [3, 6]]")]
    [InlineData("transpose([1, 2])", "[[1], [2]]")]
    [InlineData("outer([1, 2], [3, 4, 5])", "[[3, 4, 5], [6, 8, 10]]")]
    [InlineData("eye(2)", "[[1, 0], [0, 1]]")]
    [InlineData("zeros(3)", "[0, 0, 0]")]
    [InlineData("zeros(2, 1)", "[[0], [0]]")]
    [InlineData("iota(4)", "[0, 1, 2, 3]")]
    [InlineData("linspace(0, 1, 5)", "[0, 0.25, 0.5, 0.75, 1]")]
    [InlineData("concat([1, 2], 3, [4])", "[1, 2, 3, 4]")]
    [InlineData("concat([[1, 2]], [[3, 4], [5, 6]])", "[[1, 2], [3, 4], [5, 6]]")]
    [InlineData("reshape(iota(6), 2, 3)", "[[0, 1, 2], [3, 4, 5]]")]
    [InlineData("flatten([[1, 2], [3, 4]])", "[1, 2, 3, 4]")]
    [InlineData("pick([5, 6, 7], [1, 2, 3] > 1)", "[6, 7]")]
    [InlineData("pick([[1, 2], [3, 4]], [1, 0] == 1)", "[[1, 2]]")]
    [InlineData("[[1, 2], [3, 4]] + [10, 20]", "[[11, 22], [13, 24]]")]
    [InlineData("[10, 20] - [[1, 2], [3, 4]]", "[[9, 18], [7, 16]]")]
    [InlineData("[[1, 2], [3, 4]] / [[1], [2]]", "[[1, 2], [1.5, 2]]")]
    [InlineData("[[1, 2], [3, 4]] > [[2, 3]]", "[[false, false], [true, true]]")]
    [InlineData("max([[1, 2], [3, 4]], [2, 3])", "[[2, 3], [3, 4]]")]
    [InlineData("softmax([[1, 1], [0, 0]])", "[[0.5, 0.5], [0.5, 0.5]]")]
    public void Matrices_are_made_and_joined(string text, string value) => Assert.Equal(value, Run.Say(text));

    [Theory]
    [InlineData("iota(6)[2:5]", "[2, 3, 4]")]
    [InlineData("iota(6)[4:]", "[4, 5]")]
    [InlineData("iota(6)[:2]", "[0, 1]")]
    [InlineData("iota(6)[3:3]", "[]")]
    [InlineData("[[1, 2, 3], [4, 5, 6]][:, 0]", "[1, 4]")]
    [InlineData("[[1, 2, 3], [4, 5, 6]][1, 1:]", "[5, 6]")]
    [InlineData("[[1, 2, 3], [4, 5, 6]][0:1, 1:3]", "[[2, 3]]")]
    [InlineData("layer1.weight[1:3, 0]", "[4, 1.75]")]
    public void Slices_keep_their_axis(string text, string value) => Assert.Equal(value, Run.Say(text));

    [Theory]
    [InlineData("distinct_rows([[1, 2], [1, 2], [2, 1]])", "2")]
    [InlineData("distinct_rows([0, -0, 0, nan, nan])", "3")]
    [InlineData("ulps(1, 1)", "0")]
    [InlineData("ulps(1, 1 + 2^-23)", "1")]
    [InlineData("ulps([1, 2], [1, 2 - 2^-22])", "2")] // below 2 the floats lie 2⁻²³ apart
    [InlineData("ulps(2^-149, -(2^-149))", "2")]
    [InlineData("ulps(0, -0)", "0")]
    [InlineData("isnan(ulps(nan, 1)) and ulps(nan, nan) == 0", "true")]
    [InlineData("same_bits([1, 2], [1, 2])", "true")]
    [InlineData("same_bits([1, 2], [1, 2 + 1e-15])", "false")]
    [InlineData("same_bits(0, -0)", "false")]
    [InlineData("same_bits([nan], [nan])", "true")]
    [InlineData("quantize([-7, 7, 2.5, 3.5, 0.4], 4)", "[-7, 7, 2, 4, 0]")] // step 1
    [InlineData("quantize([0.3, -1], 2)", "[0, -1]")]
    [InlineData("quantize([0, 0], 8)", "[0, 0]")]
    [InlineData("size(quantize(iota(9), 8)) == 9 and max(abs(quantize(iota(9), 8) - iota(9))) <= 8 / 127 / 2", "true")]
    public void Bits_are_counted_and_compared(string text, string value) => Assert.Equal(value, Run.Say(text));

    [Theory]
    [InlineData("float_sum([1, 2^24, 1, -(2^24)], 1)", "0")] // 2²⁴ + 1 is no float: the even neighbour is 2²⁴
    [InlineData("float_sum([1, 2^24, 1, -(2^24)], 2)", "2")] // 1 + 1 beside 2²⁴ − 2²⁴
    [InlineData("float_sum([1, 2^24, 1, -(2^24)], 4)", "0")]
    [InlineData("float_sum([1, 2^24, 1, -(2^24)], 16)", "0")] // empty lanes add 0
    [InlineData("float_sum(0.1, 1) - 0.1 > 0 and abs(float_sum(0.1, 1) - 0.1) < 1e-8", "true")] // 0.1 is rounded to the float above
    [InlineData("float_sum(iota(100), 8)", "4950")]
    [InlineData("float_dot([1, 2, 3], [4, 5, 6], 2)", "32")]
    [InlineData("float_dot([[1, 2], [3, 4]], [[5, 6], [7, 8], [9, 10]], 1)", "[[17, 23, 29], [39, 53, 67]]")]
    [InlineData("float_dot([[1, 2], [3, 4]], [5, 6], 1)", "[17, 39]")]
    [InlineData("float_dot([4097, -1], [4097, 16785408], 1)", "0")] // 4097² = 16785409 is rounded before the sum
    public void Sums_in_single_precision_are_rounded_at_every_addition(string text, string value) => Assert.Equal(value, Run.Say(text));

    [Theory]
    [InlineData("history(loss)", "[nan, 0.75, 0.5]")]
    [InlineData("first(history(loss) < 0.6)", "2")]
    [InlineData("history(layer1.weight[0,0])", "[0.5, 1.5, 2.5]")]
    [InlineData("history(update)[1:]", "[1, 2]")]
    [InlineData("min_so_far(loss)", "0.5")]
    [InlineData("at(min_so_far(loss), 1)", "0.75")]
    [InlineData("history(loss - prev(loss))", "[nan, nan, -0.25]")]
    [InlineData("variant(edge, history(loss))", "[nan, 1.5, 1]")]
    [InlineData("history(variant(edge, loss) / loss)", "[nan, 2, 2]")]
    [InlineData("variant(edge, at(loss, 1))", "1.5")]
    [InlineData("at(variant(edge, sum(layer1.weight[:, 0])), 0)", "6.5")]
    public void Histories_hold_every_update_so_far(string text, string value) => Assert.Equal(value, Run.Say(text));

    [Theory]
    [InlineData("history(layer1.weight)", 9, "expected a number in `history`, got a tensor [4,2]; pick an element with [i,j], or write max(…), mean(…), norm(…)")]
    [InlineData("history(loss > 1)", 9, "expected a number in `history`, got a bool")]
    [InlineData("rowsum(loss)", 8, "expected a row or a matrix in `rowsum`, got a number")]
    [InlineData("outer(layer1.weight, layer1.bias)", 7, "expected a row [n] in `outer`, got a tensor [4,2]; flatten(x) makes one row, x[0] takes a part")]
    [InlineData("matmul(layer1.weight, layer1.weight)", 1, "`matmul` cannot join shapes [4,2] and [4,2]; the last length of the left must be the first of the right; transpose(…) turns one")]
    [InlineData("float_dot(layer1.weight, layer1.bias, 1)", 1, "`float_dot` cannot join rows of shapes [4,2] and [4]; the last lengths must be equal")]
    [InlineData("dot(layer1.bias, [1, 2])", 1, "`dot` got the shapes [4] and [2]; they must be equal")]
    [InlineData("[1, [2, 3]]", 5, "a list got the shapes [] and [2]; they must be equal")]
    [InlineData("[1, true]", 5, "expected a number or tensor in this list, got a bool")]
    [InlineData("[[1], [2]] + [1, 2]", 1, "`+` cannot join shapes [2,1] and [2]; they must be equal, or one side a number, or beside a matrix [n,m] a row [m] or a column [n,1]")]
    [InlineData("if(1, 2, 3)", 4, "expected a comparison in `if`, got a number; write for example x > 0")]
    [InlineData("pick(layer1.bias, [1, 2] > 0)", 1, "`pick` got the shapes [4] and [2]; they must be equal")]
    [InlineData("layer1.bias[1:9]", 13, "1:9 is not on axis 1 of `layer1.bias`, shape [4]; allowed: from:to with 0 ≤ from ≤ to ≤ 4, the end is not part of it")]
    [InlineData("layer1.bias[3:1]", 13, "3:1 is not on axis 1 of `layer1.bias`, shape [4]; allowed: from:to with 0 ≤ from ≤ to ≤ 4, the end is not part of it")]
    [InlineData("concat([[1, 2]], [3])", 1, "`concat` behind the first axis got the shapes [2] and []; they must be equal")]
    public void What_does_not_fit_is_said_before_the_run_and_in_it(string text, int column, string message)
    {
        var expression = Expression.Parse(text).OrThrow();
        foreach (var error in new[] { expression.Check(Run).Error!, expression.Evaluate(Run).Error! }) Assert.Equal((column, message), (error.Column, error.Message));
    }

    [Theory]
    [InlineData("iota(-1)", "`iota` got -1; expected a whole number from 0 to 1000000")]
    [InlineData("eye(1e5)", "`eye` got 100000; expected a whole number from 0 to 1000")]
    [InlineData("linspace(0, 1, 1)", "`linspace` got 1; expected a whole number from 2 to 1000000")]
    [InlineData("zeros(1e6, 1e6)", "`zeros` of shape [1000000,1000000] has more than 1000000 elements")]
    [InlineData("size(outer(iota(1e4), iota(1e4)))", "`outer` of 10000 and 10000 elements has more than 1000000; take fewer, as in x[0:100]")]
    [InlineData("matmul(zeros(1000, 1000), zeros(1000, 1000))", "`matmul` of [1000,1000] and [1000,1000] is too large; take fewer rows, as in x[0:100]")]
    [InlineData("reshape(iota(6), 4, 2)", "`reshape` of 6 elements to [4,2], which holds 8; the product of the lengths must be their number")]
    [InlineData("quantile([1, 2], 2)", "`quantile` got the share 2; expected 0 to 1, as in quantile(x, 0.9)")]
    [InlineData("quantize([1, 2], 1)", "`quantize` got 1; expected a whole number from 2 to 24")]
    [InlineData("float_sum([1, 2], 0.5)", "`float_sum` got 0.5; expected a whole number from 1 to 1024")]
    [InlineData("float_dot(zeros(500, 400), zeros(500, 400), 4)", "`float_dot` of [500,400] and [500,400] is too large; take fewer rows, as in x[0:100]")]
    [InlineData("condition", "theory gives no `condition` for this run")]
    public void Values_that_do_not_fit_are_said_in_the_run(string text, string message) =>
        Assert.Equal(message, Expression.Parse(text).OrThrow().Evaluate(Run).Error!.Message);

    [Theory]
    [InlineData("iota(4)", "a tensor [4]")]
    [InlineData("iota(update)", "a tensor [n]")]
    [InlineData("history(loss)", "a tensor [n]")]
    [InlineData("layer1.a - layer1.bias", "a tensor [n,4]")]
    [InlineData("rowmean(layer1.a)", "a tensor [n]")]
    [InlineData("colmean(layer1.a)", "a tensor [4]")]
    [InlineData("matmul(layer1.a, layer1.weight)", "a tensor [n,2]")]
    [InlineData("layer1.weight[1:3]", "a tensor [2,2]")]
    [InlineData("layer1.weight[:,0]", "a tensor [4]")]
    [InlineData("layer1.weight[update:]", "a tensor [n,2]")]
    [InlineData("[loss, 1] > 0", "a tensor of bools [2]")]
    [InlineData("eigenvalues", "a tensor [n]")]
    public void Types_are_known_before_the_run(string text, string type) => Assert.Equal(type, Expression.Parse(text).OrThrow().Check(Run).ToString());

    [Fact]
    public void The_colon_of_a_slice_is_no_format() =>
        Assert.Equal("[2.50, 4.00]", InterpolatedText.Parse("{{layer1.weight[:2,0]:2}}").OrThrow().Render(Run).OrThrow());
}
