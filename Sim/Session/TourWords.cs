namespace Sim;

/// <summary>The tour of the program: a few pages, two minutes.</summary>
internal static class TourWords
{
    public static readonly Phrase
        Title = new("A tour of two minutes", "两分钟导览"),
        Note = new("space next · ↑ back · Esc skips", "空格 下一页 · ↑ 上一页 · Esc 跳过");

    public static IReadOnlyList<(Phrase Title, Phrase Text)> Pages { get; } =
    [
        (new("One step at a time", "一次一步"), new(
            "A network learns by small computations, many of them. Here each one can be seen: press → and one operation runs, with its formula and the real numbers in it; press ← and it is undone.\n\nLarger steps: ⇧→ a phase (forward, loss, backward, update), PgDn a mini-batch, ] an epoch. Each has its reverse. Nothing can be broken by going back.",
            "网络的学习由许多小的计算组成。在这里每一个都能看到：按 → 执行一个运算，显示公式和真实的数；按 ← 撤回。\n\n更大的步子：⇧→ 一个阶段（前向、损失、反向、更新），PgDn 一个小批量，] 一轮。每一种都可以退回。往回走不会弄坏任何东西。")),
        (new("The lesson leads, you may leave", "课程带路，你可以离开"), new(
            "Space continues the lesson. Any other move is your own exploration, and space brings you back to exactly where the lesson was.\n\nQuestions are answered with 1–9, or with Enter and a number. H gives a hint. A wrong answer is told why, and you may try again.",
            "空格继续课程。其他任何移动都是你自己的探索，再按空格就准确地回到课程原来的地方。\n\n用 1–9 回答选择题，或按回车输入数字。H 给出提示。答错会说明原因，可以再试。")),
        (new("Ask every number", "追问每个数"), new(
            "↑ ↓ choose an element of the value on the screen, . and , a term of its sum. w shows where a number comes from; Backspace returns.\n\nz makes a pane fill the screen, o shows another picture.",
            "↑ ↓ 选择屏幕上值的元素，. 和 , 选择求和的项。w 显示一个数从哪里来；Backspace 返回。\n\nz 把窗格放大到全屏，o 换一幅图。")),
        (new("Change something", "动手改一改"), new(
            "s sets the learning rate or anything else, e changes a weight, v shows the lesson's variants. The run forks: c puts the two side by side, U undoes.\n\nu runs until something happens (loss < 0.1), b stops where you say.",
            "s 设置学习率或其他任何参数，e 修改权重，v 显示本课的变体。训练会分叉：c 把两者并排对比，U 撤销。\n\nu 运行到某事发生（loss < 0.1），b 在你说的地方停下。")),
        (new("For everything else: ?", "其他一切：?"), new(
            "? lists the keys that work where you are. L switches the language, p is for projectors, q goes to the menu and never loses anything.\n\nYour place in each lesson is kept, whatever happens.",
            "? 列出当前可用的按键。L 切换语言，p 用于投影，q 回到菜单，不会丢失任何内容。\n\n无论发生什么，你在每一课的位置都会保留。")),
    ];
}
