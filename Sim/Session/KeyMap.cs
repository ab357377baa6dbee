
namespace Sim;

/// <summary>What one key does.</summary>
/// <param name="Command">The command.</param>
/// <param name="Keys">The keys' names, separated by blanks; the first one is shown.</param>
/// <param name="Word">The word typed in plain mode and in scripts.</param>
/// <param name="Where">Where it works.</param>
/// <param name="Short">One or two words for the footer.</param>
/// <param name="Long">A sentence for help.</param>
internal sealed record KeyBinding(SessionCommand Command, string Keys, string Word, KeyScope Where, Phrase Short, Phrase Long)
{
    public IEnumerable<string> Names => Keys.Split(' ');

    /// <summary>How the first key looks on the screen: ←, ⇧→, PgUp.</summary>
    public string Shown => KeyNames.Shown(Names.First());
}

/// <summary>Keys that belong together.</summary>
internal sealed record KeyGroup(Phrase Title, IReadOnlyList<KeyBinding> Bindings);

/// <summary>The one table of keys: parsing, footer, help and docs/keys.md are made from it.</summary>
internal static class KeyMap
{
    private const KeyScope Lesson = KeyScope.Lesson, Menu = KeyScope.Menu, Everywhere = KeyScope.Everywhere;

    public static IReadOnlyList<KeyGroup> Groups { get; } =
    [
        new(new("Moving through the run", "在训练过程中移动"),
        [
            new(SessionCommand.StepForward, "Right l", "step", Lesson, new("step", "下一步"), new("one operation forward", "前进一个运算")),
            new(SessionCommand.StepBack, "Left h", "back", Lesson, new("back", "上一步"), new("one operation back", "后退一个运算")),
            new(SessionCommand.PhaseForward, "Shift+Right )", "phase", Lesson, new("phase", "阶段"), new("to the end of the next part: batch, forward, loss, backward, update", "前进一个阶段：批次、前向、损失、反向、更新")),
            new(SessionCommand.PhaseBack, "Shift+Left (", "phase-back", Lesson, new("phase back", "上一阶段"), new("one part back", "后退一个阶段")),
            new(SessionCommand.UpdateForward, "PageDown f", "update", Lesson, new("update", "更新"), new("one mini-batch forward", "前进一次更新（一个小批量）")),
            new(SessionCommand.UpdateBack, "PageUp B", "update-back", Lesson, new("update back", "上次更新"), new("one mini-batch back", "后退一次更新")),
            new(SessionCommand.EpochForward, "] Ctrl+PageDown", "epoch", Lesson, new("epoch", "轮"), new("once through the data forward", "前进一轮")),
            new(SessionCommand.EpochBack, "[ Ctrl+PageUp", "epoch-back", Lesson, new("epoch back", "上一轮"), new("one epoch back", "后退一轮")),
            new(SessionCommand.SceneForward, "}", "scene", Lesson, new("scene", "场景"), new("to the next scene of the lesson", "课程的下一个场景")),
            new(SessionCommand.SceneBack, "{", "scene-back", Lesson, new("scene back", "上一场景"), new("to the scene before", "课程的上一个场景")),
            new(SessionCommand.TermForward, ".", "term", Lesson, new("term", "项"), new("next term of the sum; on a decision boundary: other inputs along the axes", "求和的下一项；在决策边界上：换坐标轴上的输入")),
            new(SessionCommand.TermBack, ",", "term-back", Lesson, new("term back", "上一项"), new("term before; the inputs before", "求和的上一项；上一对输入")),
            new(SessionCommand.RunStart, "Home", "start", Lesson, new("start", "起点"), new("to the initial state", "回到初始状态")),
            new(SessionCommand.RunEnd, "End", "end", Lesson, new("end", "终点"), new("to the end of the run", "到训练结束")),
            new(SessionCommand.GoTo, "g", "go", Lesson, new("go to", "跳转"), new("go to a position: 3, 3:layer1.z, epoch 2, end, or an address", "跳到某个位置：3、3:layer1.z、epoch 2、end，或一个地址")),
            new(SessionCommand.Until, "u", "until", Lesson, new("run until", "运行到"), new("run until an expression holds: loss < 0.1", "运行到条件成立为止：loss < 0.1")),
            new(SessionCommand.Breakpoints, "b", "break", Lesson, new("breakpoints", "断点"), new("breakpoints: new, list, on and off", "断点：新建、列表、开关")),
            new(SessionCommand.NextBreak, "> n", "next-break", Lesson, new("to breakpoint", "到断点"), new("run to the next breakpoint", "运行到下一个断点")),
            new(SessionCommand.PreviousBreak, "<", "previous-break", Lesson, new("back to breakpoint", "回到断点"), new("back to the breakpoint before", "回到上一个断点")),
            new(SessionCommand.Auto, "a", "auto", Lesson, new("auto-play", "自动播放"), new("play by itself; stops at scenes and breakpoints", "自动播放；在场景和断点处停下")),
            new(SessionCommand.Faster, "+ =", "faster", Lesson, new("faster", "加快"), new("play faster", "加快播放")),
            new(SessionCommand.Slower, "-", "slower", Lesson, new("slower", "减慢"), new("play slower", "减慢播放")),
        ]),
        new(new("The lesson", "课程"),
        [
            new(SessionCommand.Continue, "Space", "next", Lesson | KeyScope.Page | KeyScope.Words, new("continue", "继续"), new("continue the lesson, or return to it", "继续课程，或回到课程")),
            new(SessionCommand.Confirm, "Enter", "answer", Everywhere, new("answer", "回答"), new("answer the question; open what is chosen (1–9 choose)", "回答问题；打开选中的内容（1–9 选择）") { Spoken = new("with the number of a choice, or a number: answers the question", "后面写选项编号或数字：回答问题") }),
            new(SessionCommand.Hint, "H", "hint", Lesson, new("hint", "提示"), new("a hint; up to three", "提示，最多三条")),
            new(SessionCommand.Notes, "N", "notes", Lesson, new("notes", "教案"), new("teacher's notes of this scene", "本场景的教师备注")),
            new(SessionCommand.Glossary, "G", "glossary", Lesson | Menu, new("words", "术语"), new("the words of the field, those of this lesson first", "术语解释，本课的术语在前") { Spoken = new("the words of this lesson; with a word behind it: explains what the glossary has on it", "本课的术语；后面写一个词：在全部术语中查找") }),
        ]),
        new(new("Looking", "查看"),
        [
            new(SessionCommand.Down, "Down j", "down", Everywhere, new("down", "向下"), new("next element of the value; scrolls a text", "值的下一个元素；滚动文本")),
            new(SessionCommand.Up, "Up k", "up", Everywhere, new("up", "向上"), new("element before", "上一个元素")),
            new(SessionCommand.RowDown, "Shift+Down J", "sample", Lesson, new("sample", "样本"), new("next row: next sample, next unit of a weight matrix", "下一行：下一个样本，权重矩阵的下一个单元")),
            new(SessionCommand.RowUp, "Shift+Up I", "sample-back", Lesson, new("sample back", "上一样本"), new("row before", "上一行")),
            new(SessionCommand.ScrollDown, "Ctrl+Down Ctrl+e", "scroll", Lesson, new("scroll", "滚动"), new("scroll the pane: the step's lines, the samples of a data table", "滚动窗格：步骤的各行，数据表的样本")),
            new(SessionCommand.ScrollUp, "Ctrl+Up Ctrl+y", "scroll-back", Lesson, new("scroll back", "向上滚动"), new("scroll the pane back", "向上滚动窗格")),
            new(SessionCommand.FocusNext, "Tab", "focus", Lesson, new("pane", "窗格"), new("next pane", "下一个窗格")),
            new(SessionCommand.FocusPrevious, "Shift+Tab", "focus-back", Lesson, new("pane back", "上一窗格"), new("pane before", "上一个窗格")),
            new(SessionCommand.Zoom, "z", "zoom", Lesson, new("zoom", "放大"), new("the pane fills the screen, and back", "窗格占满屏幕，再按还原")),
            new(SessionCommand.NextPicture, "o", "picture", Lesson, new("picture", "图"), new("another picture in the picture pane", "换一幅图")),
            new(SessionCommand.WhereFrom, "w", "where", Lesson, new("where from", "来源"), new("where this number comes from: follow it to what it was made of", "这个数从哪里来：追溯到它的组成")),
            new(SessionCommand.Check, "C", "check", Lesson, new("check", "核对"), new("check this number: again in double precision, for a gradient also by central difference", "核对这个数：用双精度重算；若是梯度，再用中心差分测量")),
            new(SessionCommand.Return, "Backspace", "return", Lesson, new("return", "返回"), new("back from where a number comes from", "从来源返回")),
        ]),
        new(new("Experiments", "实验"),
        [
            new(SessionCommand.Set, "s", "set", Lesson, new("set", "设置"), new("change a setting: optimizer.learningRate 0.5 (the run forks, the old one stays for comparison)", "修改设置：optimizer.learningRate 0.5（训练分叉，旧的留作对比）")),
            new(SessionCommand.Edit, "e", "edit", Lesson, new("edit weight", "改权重"), new("change the weight under the cursor", "修改光标处的权重")),
            new(SessionCommand.Undo, "U", "undo", Lesson, new("undo", "撤销"), new("undo the last change of the run", "撤销上一次改动")),
            new(SessionCommand.Variant, "v", "variant", Lesson, new("variant", "变体"), new("the lesson's variants", "本课的变体")),
            new(SessionCommand.Compare, "c", "compare", Lesson, new("compare", "对比"), new("two runs side by side", "两次训练并排对比")),
        ]),
        new(new("Showing", "显示"),
        [
            new(SessionCommand.Digits, "d", "digits", Everywhere, new("digits", "位数"), new("more digits, or fewer", "显示更多或更少位数")),
            new(SessionCommand.Language, "L", "lang", Everywhere, new("中文", "English"), new("English or Chinese", "中文或英文")),
            new(SessionCommand.Projector, "p", "projector", Everywhere, new("projector", "投影"), new("layout for a projector: fewer panes, bigger pictures", "投影布局：窗格更少、图更大")),
            new(SessionCommand.Theme, "t", "theme", Everywhere, new("theme", "主题"), new("dark, light, high contrast", "深色、浅色、高对比度")),
            new(SessionCommand.Blank, "x", "blank", Everywhere, new("blank", "黑屏"), new("blank screen; any key brings it back", "黑屏；按任意键恢复")),
            new(SessionCommand.Captions, "K", "captions", Everywhere, new("key captions", "按键显示"), new("show the keys that are pressed", "显示按下的键")),
            new(SessionCommand.Controls, "m", "controls", Lesson, new("controls", "控件"), new("hide the lines of keys and time, and show them again", "隐藏或显示按键行与时间线")),
            new(SessionCommand.Address, "A", "address", Lesson, new("address", "地址"), new("the address of this moment, for the board", "此刻的地址，可写在黑板上")),
            new(SessionCommand.SaveSvg, "S", "svg", Everywhere, new("save picture", "存图"), new("save the screen as an SVG picture", "把屏幕存为 SVG 图")),
            new(SessionCommand.Record, "R", "record", Lesson | Menu, new("record", "录制"), new("write down what is done from here on as a script; again: stop", "把此后的操作录成脚本；再按停止")),
            new(SessionCommand.SaveText, "T", "text", Everywhere, new("save text", "存文本"), new("save the screen as text", "把屏幕存为文本")),
        ]),
        new(new("Menu and program", "菜单与程序"),
        [
            new(SessionCommand.Search, "/", "search", Menu | KeyScope.Words, new("search", "搜索"), new("search the lessons, or the words, in either language", "搜索课程或术语，中英文均可")),
            new(SessionCommand.Folder, "F", "folder", Menu, new("own lessons", "自己的课程"), new("a folder with lessons of one's own", "自己课程的文件夹")),
            new(SessionCommand.Delete, "Delete D", "remove", KeyScope.List, new("remove", "删除"), new("remove the chosen breakpoint", "删除选中的断点") { Spoken = new("with its number: takes a breakpoint away", "后面写编号：删除一个断点") }),
            new(SessionCommand.Help, "? F1", "help", Everywhere, new("help", "帮助"), new("the keys that work here", "此处可用的按键")),
            new(SessionCommand.Cancel, "Escape", "cancel", Everywhere, new("close", "关闭"), new("close, cancel, stop", "关闭、取消、停止")),
            new(SessionCommand.Quit, "q", "quit", Everywhere, new("menu", "菜单"), new("back to the menu; in the menu: end. Nothing is lost", "回到菜单；在菜单中则退出。不会丢失任何内容")),
        ]),
    ];

    public static IReadOnlyList<KeyBinding> All { get; } = [.. Groups.SelectMany(group => group.Bindings)];

    // Looked at before the first frame: a dictionary of a kind that the base library brings compiled, and an array.
    private static readonly Dictionary<long, KeyBinding> ByKey = Keys();
    private static readonly KeyBinding[] ByCommand = Commands();

    public static KeyBinding Of(SessionCommand command) => ByCommand[(int)command];

    /// <summary>What a key asks for in a scope; nothing if it does not work there.</summary>
    public static SessionCommand? Find(Key key, KeyScope scope) =>
        ByKey.TryGetValue(Number(Normal(key)), out var binding) && (binding.Where & scope) != 0 ? binding.Command : null;

    // A letter says by itself whether Shift was held.
    private static Key Normal(Key key) => key.Code == KeyCode.Rune ? key with { Modifiers = key.Modifiers & ~Modifiers.Shift } : key;

    private static long Number(Key key) => (long)key.Code << 40 | (long)key.Modifiers << 32 | (uint)key.Rune.Value;

    private static Dictionary<long, KeyBinding> Keys()
    {
        var keys = new Dictionary<long, KeyBinding>();
        foreach (var binding in All)
            foreach (string name in binding.Names) keys.Add(Number(KeyNames.Parse(name)), binding);
        return keys;
    }

    private static KeyBinding[] Commands()
    {
        var commands = new KeyBinding[Enum.GetValues<SessionCommand>().Length];
        foreach (var binding in All) commands[(int)binding.Command] = binding;
        return commands;
    }
}
