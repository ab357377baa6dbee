namespace Lessons.Tests;

public class TensorTests
{
    [Fact]
    public void Shape_and_values_must_fit() =>
        Assert.StartsWith("shape [2,3] does not hold 5 values", Assert.Throws<ArgumentException>(() => new Tensor([2, 3], new double[5])).Message);

    [Fact]
    public void Huge_and_negative_shapes_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new Tensor([int.MaxValue, int.MaxValue, int.MaxValue], []));
        Assert.Throws<ArgumentException>(() => new Tensor([-1], []));
        Assert.Throws<ArgumentException>(() => new Tensor([-1, -1], [1]));
        Assert.Throws<ArgumentException>(() => new Tensor([-1, 0], []));
    }

    [Fact]
    public void An_empty_tensor_is_legal() => Assert.Equal("[]", new Tensor([0], []).ToString());

    [Fact]
    public void Equality_is_by_shape_and_values_and_NaN_equals_NaN()
    {
        Assert.Equal(Tensor.Row(1, double.NaN), Tensor.Row(1, double.NaN));
        Assert.NotEqual(Tensor.Row(1, 2), new Tensor([2, 1], [1, 2]));
        Assert.Equal(Tensor.Row(1, double.NaN).GetHashCode(), Tensor.Row(1, double.NaN).GetHashCode());
    }

    [Fact]
    public void A_changed_source_array_does_not_change_the_tensor()
    {
        double[] source = [1, 2];
        var tensor = Tensor.Row(source);
        source[0] = 9;
        Assert.Equal(1, tensor.Values[0]);
    }
}
