namespace Sim.Tests;

public class ExplainCommandTests
{
    [Fact]
    public void One_number_with_its_formula_check_and_operands()
    {
        var text = Typed.Run("explain watermelon --at 1:layer1.z --value layer1.z[0,0]").Out;
        Assert.Contains("layer1.z[0,0] = 0.268   update 1, step 4, forward", text);
        Assert.Contains("z₁ = w₁₁·x₁ + w₁₂·x₂ + w₁₃·x₃ + b₁", text);
        Assert.Contains("confirmed", text);
        Assert.Contains("layer1.weight[0,1]   −0.2", text);
    }

    [Theory]
    [InlineData("explain xor --at 3:layer2.dz --value layer1.weight[0,0]", "update 2,")]
    [InlineData("explain xor --at 3 --value layer1.weight[0,0]", "update 3,")]
    [InlineData("explain xor@3 --value loss", "update 3,")]
    [InlineData("explain xor --at end --value eval.train.loss", "update 1000,")]
    [InlineData("explain xor@epoch%20100 --value eval.train.loss", "update 100,")]
    [InlineData("explain xor --at 0 --value layer1.weight[0,0]", "The start value")]
    [InlineData("explain xor --at 1:lr --value layer1.bias[0]", "The start value")]
    public void The_value_is_the_one_last_written_at_that_moment(string line, string expected)
    {
        var typed = Typed.Run(line);
        Assert.Equal("", typed.Error);
        Assert.Contains(expected, typed.Out);
        Assert.Equal(0, typed.Code);
    }

    [Fact]
    public void A_condition_names_the_first_update_at_whose_end_it_holds()
    {
        var typed = Typed.Run(["explain", "watermelon", "--at", "until loss < 0.2", "--value", "loss"]);
        Assert.Equal("", typed.Error);
        var losses = Typed.Run("trace watermelon --updates 40 --only loss --format csv").Out.Split('\n')[1..]
            .TakeWhile(line => double.Parse(line.Split(',')[^1], System.Globalization.CultureInfo.InvariantCulture) >= 0.2);
        Assert.Contains($"update {losses.Count() + 1},", typed.Out);
        Typed.Run(["explain", "watermelon", "--at", "until loss < -1", "--value", "loss"]).Refused("until loss < -1");
        Typed.Run(["explain", "watermelon", "--at", "until los < 1", "--value", "loss"]).Refused("los", "loss");
    }

    [Theory]
    [InlineData("explain xor --value loss", "no moment is given")]
    [InlineData("explain xor --at 2000 --value loss", "the run has 1000 updates")]
    [InlineData("explain xor --at 3 --value layer1.zz[0,0]", "did you mean layer1.z?")]
    [InlineData("explain xor --at 3 --value layer1.z[0,9]", "expected [0…3,0…3]")]
    [InlineData("explain xor --at 3 --value layer1.z", "given no index")]
    [InlineData("explain xor --at 3 --value eval.train.loss", "epoch E")]
    [InlineData("explain xor --at soon --value loss", "is no position")]
    [InlineData("explain xor --at 3:layer9.z --value loss", "no value layer9.z")]
    [InlineData("explain xor --at 0 --value loss", "is not written before this moment")]
    public void A_wrong_moment_or_value_is_refused_with_what_was_expected(string line, string expected) => Typed.Run(line).Refused(expected);
}
