using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Core.Tests;

/// <summary>Headers written by hand, honest and hostile.</summary>
public class TensorFileTests
{
    private static byte[] File(string header, int bytes, ulong? length = null)
    {
        var text = Encoding.UTF8.GetBytes(header);
        var file = new byte[8 + text.Length + bytes];
        BinaryPrimitives.WriteUInt64LittleEndian(file, length ?? (ulong)text.Length);
        text.CopyTo(file, 8);
        return file;
    }

    private static string Refused(byte[] file) => Assert.Throws<ModelFileException>(() => TensorFile.Read(file)).Message;

    [Fact]
    public void AFileMadeByHandIsRead()
    {
        var file = File("""{"__metadata__":{"who":"me"},"b":{"dtype":"F32","shape":[2],"data_offsets":[4,12]},"a":{"dtype":"U8","shape":[2,2],"data_offsets":[0,4]}}  """, 12);
        BinaryPrimitives.WriteSingleLittleEndian(file.AsSpan(file.Length - 4), 1.5f);
        var read = TensorFile.Read(file);
        Assert.Equal("me", read.Metadata["who"]);
        Assert.Equal(["a", "b"], read.Tensors.Select(tensor => tensor.Name));
        Assert.Equal([0, 1.5f], read.Find("b")!.Values<float>());
        Assert.Contains("a of type U8; expected F32", Assert.Throws<ModelFileException>(() => read.Find("a")!.Values<float>()).Message);
    }

    [Fact]
    public void EmptyTensorsAndSingleNumbersAreTensors()
    {
        var read = TensorFile.Read(File("""{"none":{"dtype":"F32","shape":[0,3],"data_offsets":[0,0]},"one":{"dtype":"F64","shape":[],"data_offsets":[0,8]}}""", 8));
        Assert.Empty(read.Find("none")!.Values<float>());
        Assert.Equal([0.0], read.Find("one")!.Values<double>());
    }

    [Theory]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,12]}}""", 12, "given 'a': 12 bytes for F32 of shape [2]; expected 8")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}}""", 12, "given 'a': bytes from 4 on; expected from 0 on")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}}""", 12, "two tensors may not share bytes")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[8,12]}}""", 12, "no bytes may lie between tensors")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", 12, "given 12 bytes of tensors; expected 8, as the header says")]
    [InlineData("""{"a":{"dtype":"F32","shape":[4],"data_offsets":[0,16]}}""", 12, "data_offsets [0, 16]; expected [begin, end] with 0 ≤ begin ≤ end ≤ 12")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[8,4]}}""", 12, "data_offsets [8, 4]")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[-4,0]}}""", 12, "data_offsets [-4, 0]; expected a list of whole numbers")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0]}}""", 12, "data_offsets [0]")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1.5],"data_offsets":[0,12]}}""", 12, "shape [1.5]; expected a list of whole numbers")]
    [InlineData("""{"a":{"dtype":"F32","shape":"3","data_offsets":[0,12]}}""", 12, "shape \"3\"")]
    [InlineData("""{"a":{"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,0]}}""", 0, "0 bytes for F32 of shape [4294967296,4294967296]")]
    [InlineData("""{"a":{"dtype":"F32","shape":[9007199254740991,0],"data_offsets":[0,0]}}""", 0, "sizes up to 2147483647")]
    [InlineData("""{"a":{"dtype":"F33","shape":[1],"data_offsets":[0,4]}}""", 4, "dtype \"F33\"; expected BF16, BOOL, F16, F32")]
    [InlineData("""{"a":{"shape":[1],"data_offsets":[0,4]}}""", 4, "dtype nothing")]
    [InlineData("""{"a":7}""", 4, "dtype nothing")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", 8, "no JSON object")]
    [InlineData("""{"__metadata__":{"x":1}}""", 0, "'__metadata__'")]
    [InlineData("""[1]""", 0, "a header that is no JSON object")]
    [InlineData("""{"a":""", 0, "a header that is no JSON object")]
    [InlineData(" {}", 0, "a header that is no JSON object")]
    public void AHostileHeaderIsRefused(string header, int bytes, string told) => Assert.Contains(told, Refused(File(header, bytes)));

    [Fact]
    public void LengthsThatCannotBeAreRefusedWithoutTakingMemory()
    {
        Assert.Contains("a file of 3 bytes", Refused([1, 2, 3]));
        Assert.Contains("a header of 18446744073709551615 bytes", Refused(File("{}", 0, ulong.MaxValue)));
        Assert.Contains("a header of 99999999 bytes in a file of 10", Refused(File("{}", 0, 99_999_999)));
        Assert.Contains("at most 100000000", Refused(File("{}", 0, 100_000_001)));
    }

    /// <summary>Any change of one byte of a good file either leaves a readable file or is refused in words; nothing else happens.</summary>
    [Fact]
    public void DamageIsToldOrHarmless()
    {
        var good = new TensorFile(ImmutableDictionary<string, string>.Empty.Add("k", "v"), [StoredTensor.Of<float>("x", [2, 2], [1, 2, 3, 4]), StoredTensor.Of<double>("y", [], [5])]).ToBytes();
        Prop.ForAll(ArbMap.Default.ArbFor<byte>(), Gen.Choose(0, good.Length - 1).ToArbitrary(), Gen.Choose(0, good.Length).ToArbitrary(), (value, place, length) =>
        {
            byte[] damaged = [.. good];
            damaged[place] = value;
            foreach (var file in new[] { damaged, good[..length] })
                try { TensorFile.Read(file); }
                catch (ModelFileException) { }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }
}
