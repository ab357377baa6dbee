using Core;
using Lessons;

namespace Sim;

/// <summary>Says in one sentence where a run left the finite numbers.</summary>
internal static class DivergenceText
{
    public static string Of(Divergence divergence, Language language)
    {
        var element = divergence.Name + (divergence.Index.IsEmpty ? "" : $"[{string.Join(',', divergence.Index)}]");
        var (value, phase) = (NumberText.Of(divergence.Value), PhaseNames.Of(divergence.Phase));
        return language == Language.Chinese
            ? $"训练发散：第 {divergence.Update} 次更新第 {divergence.Step} 步（{phase}），{element} = {value}，这是第一个非有限值。"
            : $"the run diverged at update {divergence.Update}, step {divergence.Step} ({phase}): {element} = {value} is the first value that is not finite.";
    }
}
