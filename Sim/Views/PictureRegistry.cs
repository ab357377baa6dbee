namespace Sim;

/// <summary>Every picture by name.</summary>
internal static class PictureRegistry
{
    private static readonly Phrase MoreInputs = new(", . other inputs", ", . 换输入");

    public static IReadOnlyList<Picture> All { get; } =
    [
        Picture.Quick("network", SessionWords.Network, DrawNetwork) with { Heading = (lesson, view) => NetworkView.Title(Network(lesson), view) },
        Picture.Quick("loss", new("loss", "损失"), DrawLoss) with
        {
            Heading = (lesson, view) => LossCurveView.Title(LossCurveData.From(lesson.Run), view),
            Note = (lesson, view) => LossCurveView.Note(LossCurveData.From(lesson.Run), view),
        },
        Picture.Quick("gradients", new("gradient by layer", "各层梯度"), (region, lesson, view) => GradientStripView.Draw(region, GradientStripData.From(lesson.Run), view)),
        Picture.Quick("schedule", new("learning rate", "学习率"), (region, lesson, view) => ScheduleView.Draw(region, ScheduleData.From(lesson.Run), view)) with
        {
            Note = (lesson, view) => ScheduleView.Note(ScheduleData.From(lesson.Run), view),
        },
        Picture.Quick("optimizer", new("optimizer", "优化器"), (region, lesson, view) => OptimizerView.Draw(region, Optimizer(lesson, view), view)) with
        {
            Heading = (lesson, view) => OptimizerView.Title(Optimizer(lesson, view), view),
        },
        Picture.Quick("compare", SessionWords.CompareTitle, DrawCompared) with
        {
            Fits = lesson => lesson.Other is not null,
            Heading = (lesson, view) => Compared(lesson, view) is { } data ? CompareView.Title(data, view) : SessionWords.CompareTitle.In(view.Language),
        },
        Picture.Of("boundary", new("decision boundary", "决策边界"), source => BoundaryData.From(source.View, source.Run.Timeline.Program, source.Inputs.First, source.Inputs.Second), BoundaryView.Draw)
            with { Fits = lesson => lesson.Run.Network.InputShape.Length == 1, Note = NoteOf<BoundaryData>("boundary", (data, view) => data.Held.IsEmpty ? "" : MoreInputs.In(view.Language)) },
        Picture.Of("fit", new("the fit", "拟合"), FitData.From, FitView.Draw)
            with { Note = NoteOf<FitData>("fit", FitView.Note), Fits = lesson => lesson.Run.Network is { Inputs: 1, Output.Units: 1 } },
        Picture.Of("path", new("loss surface and path", "损失曲面与路径"), SurfaceSource.From, SurfaceView.Draw)
            with { Note = NoteOf<SurfaceData>("path", SurfaceView.Note) },
        Picture.Of("sweep", new("sweep", "扫描"), SweepData.From, SweepView.Draw)
            with { Heading = HeadingOf<SweepData>("sweep", new("sweep", "扫描"), SweepView.Title), Fits = lesson => lesson.Content?.Panels.Contains("sweep") == true },
        Picture.Of("census", new("units awake and asleep", "单元普查"), source => CensusData.From(source.View, source.Run.Timeline.Program), CensusView.Draw)
            with { Note = NoteOf<CensusData>("census", CensusView.Note) },
        Picture.Of("histogram", new("activations by layer", "各层激活值的分布"), source => HistogramData.From(source.View, source.Run.Timeline.Program), HistogramView.Draw)
            with { Heading = HeadingOf<HistogramData>("histogram", new("activations by layer", "各层激活值的分布"), HistogramView.Title), Note = NoteOf<HistogramData>("histogram", HistogramView.Note) },
        Picture.Of("activation", new("activation and slope", "激活函数与斜率"), source => ActivationData.From(source.View, source.Run.Timeline.Program), ActivationView.Draw)
            with
        {
            Heading = HeadingOf<ActivationData>("activation", new("activation and slope", "激活函数与斜率"), ActivationView.Title),
            Note = NoteOf<ActivationData>("activation", ActivationView.Note),
            Fits = lesson => ActivationData.Fits(lesson.Run.Network),
        },
        Picture.Of("data", new("training samples", "训练样本"), source => DataTableData.From(source.View, source.Run.Timeline.Program), (_, _, _) => { })
            with { Draw = (region, data, lesson, view) => DataTableView.Draw(region, (DataTableData)data, view, lesson.FirstRow) },
        Picture.Of("outputs", new("outputs", "输出"), source => OutputBarsData.From(source.View, source.Run.Timeline.Program), OutputBarsView.Draw),
        Picture.Of("confusion", new("confusion matrix", "混淆矩阵"), ConfusionData.From, (_, _, _) => { }) with
        {
            Draw = (region, data, lesson, view) => ConfusionView.Draw(region, (ConfusionData)data, PictureCursor.In(lesson, "confusion"), view),
            Heading = HeadingOf<ConfusionData>("confusion", new("confusion matrix", "混淆矩阵"), ConfusionView.Title),
            Note = (lesson, view) => lesson.Pictures.GetValueOrDefault("confusion") is ConfusionData data ? ConfusionView.Note(data, lesson.Focus == Pane.Picture, view) : "",
            Fits = lesson => lesson.Run.Experiment.Loss.Kind is Core.LossKind.Bce or Core.LossKind.SigmoidBce or Core.LossKind.SoftmaxCe or Core.LossKind.CrossEntropy,
        },
        Picture.Of("weights", new("weights", "权重"), source => WeightsData.From(source.View, source.Run.Timeline.Program, source.Scene?.Focus?.Step), (_, _, _) => { }) with
        {
            Draw = (region, data, lesson, view) => WeightsView.Draw(region, (WeightsData)data, PictureCursor.UnitOf(lesson, (WeightsData)data), view),
            Heading = (lesson, view) => lesson.Pictures.GetValueOrDefault("weights") is WeightsData data ? WeightsView.Title(data, PictureCursor.UnitOf(lesson, data), view) : new Phrase("weights", "权重").In(view.Language),
            Note = (lesson, view) => lesson.Pictures.ContainsKey("weights") ? WeightsView.Note(lesson.Focus == Pane.Picture, view) : "",
        },
        .. Enumerable.Range(1, Lessons.Figure.Most).Select(number => Figure(FigureData.NameOf(number), number)),
        Picture.Of("image", new("images of the batch", "这一批的图像"), source => ImageData.From(source.View, source.Run.Timeline.Program), ImageView.Draw)
            with { Fits = lesson => ImageData.Fits(lesson.Run.Network) },
        Picture.Of("file", new("file of the model", "模型文件"), source => ModelFileData.From(source.View, source.Run.Timeline.Program), ModelFileView.Draw)
            with { Heading = HeadingOf<ModelFileData>("file", new("file of the model", "模型文件"), ModelFileView.Title) },
        Picture.Of("sample", new("text it writes now", "它此刻写出的文字"), source => SampledTextData.From(source.View, source.Run.Timeline.Program), SampledTextView.Draw)
            with { Fits = lesson => SampledTextData.Fits(lesson.Run.Experiment) },
    ];

    public static Picture? Find(string name) => All.FirstOrDefault(picture => picture.Name == name);

    private static Picture Figure(string name, int number) => Picture.Of(name, FigureView.Usual, source => FigureData.From(source, number), FigureView.Draw) with
    {
        Heading = HeadingOf<FigureData>(name, FigureView.Usual, FigureView.Title),
        Note = NoteOf<FigureData>(name, FigureView.Note),
        Fits = lesson => lesson.Content?.Figures >= number,
    };

    private static Func<LessonModel, ViewSettings, string> NoteOf<TData>(string name, Func<TData, ViewSettings, string> note) where TData : class =>
        HeadingOf(name, Phrase.Empty, note);

    private static Func<LessonModel, ViewSettings, string> HeadingOf<TData>(string name, Phrase usual, Func<TData, ViewSettings, string> heading) where TData : class =>
        (lesson, view) => lesson.Pictures.GetValueOrDefault(name) is TData data ? heading(data, view) : usual.In(view.Language);

    // The element chosen in the step's value is the unit that is lit, and its first index the sample that runs through.
    private static void DrawNetwork(Region region, LessonModel lesson, ViewSettings view) => NetworkView.Draw(region, Network(lesson), view);

    private static NetworkData Network(LessonModel lesson)
    {
        var index = lesson.Selection.Index;
        bool isOfSamples = index.Length > 1 && lesson.Run.Step?.Output.Shape[0] == lesson.Run.Rows && !Parameter(lesson.Run.Step.Name);
        return NetworkData.From(lesson.Run, index, isOfSamples ? index[0] : 0);
    }

    private static OptimizerData? Optimizer(LessonModel lesson, ViewSettings view) =>
        OptimizerData.From(lesson.Run, OptimizerData.ParameterOf(lesson.Run), lesson.Selection.Index, view);

    private static CompareData? Compared(LessonModel lesson, ViewSettings view) => lesson.Other is not { } other ? null : CompareData.From(
        lesson.Run, (lesson.RunTitle.IsEmpty ? SessionWords.OwnRun : lesson.RunTitle).In(view.Language),
        other, (lesson.OtherTitle.IsEmpty ? SessionWords.OwnRun : lesson.OtherTitle).In(view.Language), lesson.Selection.Index, lesson.FirstDifference);

    private static void DrawCompared(Region region, LessonModel lesson, ViewSettings view)
    {
        if (Compared(lesson, view) is { } data) CompareView.Draw(region, data, view);
        else Text.Paragraph(region, SessionWords.NothingCompared.In(view.Language), Role.Dim);
    }

    private static bool Parameter(string name) => name.Contains(".weight", StringComparison.Ordinal) || name.Contains(".bias", StringComparison.Ordinal);

    private static void DrawLoss(Region region, LessonModel lesson, ViewSettings view) =>
        LossCurveView.Draw(region, LossCurveData.From(lesson.Run, Marks(lesson)), view);

    private static IEnumerable<TimeMark> Marks(LessonModel lesson) =>
        lesson.Scenes.Where(scene => scene.At is not null).Select(scene => new TimeMark(scene.At!.Value.Update, TimeMarkKind.Scene));
}
