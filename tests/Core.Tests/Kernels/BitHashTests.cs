namespace Core.Tests;

public class BitHashTests
{
    [Fact]
    public void Any_changed_bit_place_or_length_changes_the_hash()
    {
        var seen = new HashSet<ulong>();
        float[] values = new float[37];
        Assert.True(seen.Add(BitHash.Of<float>(values)));
        for (int i = 0; i < values.Length; i++)
            for (int bit = 0; bit < 32; bit++)
            {
                float changed = BitConverter.Int32BitsToSingle(1 << bit);
                values[i] = float.IsNaN(changed) ? 1 : changed;
                Assert.True(seen.Add(BitHash.Of<float>(values)), $"bit {bit} of [{i}]");
                values[i] = 0;
            }
        for (int n = 0; n < values.Length; n++)
            Assert.True(seen.Add(BitHash.Of<float>(values.AsSpan(0, n))), $"length {n}");
    }

    [Fact]
    public void Every_NaN_counts_as_one_and_signed_zeros_differ()
    {
        Assert.Equal(BitHash.Of<float>([float.NaN]), BitHash.Of<float>([BitConverter.Int32BitsToSingle(0x7F800001)]));
        Assert.Equal(BitHash.Of<double>([double.NaN]), BitHash.Of<double>([-double.NaN]));
        Assert.NotEqual(BitHash.Of<float>([0f]), BitHash.Of<float>([-0f]));
    }

    [Fact]
    public void Order_counts_in_values_and_in_combinations()
    {
        Assert.NotEqual(BitHash.Of<double>([1, 2, 3, 4, 5]), BitHash.Of<double>([5, 2, 3, 4, 1]));
        Assert.NotEqual(BitHash.Combine(1, 2), BitHash.Combine(2, 1));
    }
}
