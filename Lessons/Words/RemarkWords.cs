namespace Lessons;

/// <summary>Remarks of operations in both languages; one that is not known here stays as it is.</summary>
public static class RemarkWords
{
    /// <summary>The remark in both languages.</summary>
    public static Bilingual Of(string remark) => new(remark, Known.GetValueOrDefault(remark, remark));

    private static readonly Dictionary<string, string> Known = new()
    {
        ["Sigmoid and binary cross-entropy are taken back together: σ′ cancels, so there is no ∂L/∂a here."] =
            "sigmoid 和二元交叉熵合在一起求导：σ′ 被约掉，所以这里没有 ∂L/∂a。",
        ["Softmax and cross-entropy are taken back together: the Jacobian cancels, so there is no ∂L/∂a here."] =
            "softmax 和交叉熵合在一起求导：雅可比矩阵被约掉，所以这里没有 ∂L/∂a。",
    };
}
