using System.Collections.Immutable;
using FsCheck.Fluent;

namespace Sim.Tests;

public class ElementCursorTests
{
    private static readonly ImmutableArray<int> Matrix = [2, 3];

    private static void Same(ImmutableArray<int> expected, ImmutableArray<int> actual) => Assert.Equal(expected.ToArray(), actual.ToArray());

    [Theory]
    [InlineData(CursorMove.Right, 0, 0, 0, 1)]
    [InlineData(CursorMove.Right, 0, 2, 1, 0)]
    [InlineData(CursorMove.Right, 1, 2, 0, 0)]
    [InlineData(CursorMove.Left, 0, 0, 1, 2)]
    [InlineData(CursorMove.Left, 1, 0, 0, 2)]
    [InlineData(CursorMove.Down, 0, 1, 1, 1)]
    [InlineData(CursorMove.Down, 1, 1, 0, 1)]
    [InlineData(CursorMove.Up, 0, 1, 1, 1)]
    [InlineData(CursorMove.Home, 1, 2, 1, 0)]
    [InlineData(CursorMove.End, 1, 0, 1, 2)]
    internal void Moves_in_a_matrix(CursorMove move, int row, int column, int toRow, int toColumn) =>
        Same([toRow, toColumn], ElementCursor.Move(Matrix, [row, column], move));

    [Fact]
    public void Pages_go_along_the_first_index() =>
        Same([1, 2, 3], ElementCursor.Move([4, 5, 6], [0, 2, 3], CursorMove.PageDown));

    [Fact]
    public void A_scalar_and_an_empty_tensor_have_nowhere_to_go()
    {
        Assert.Empty(ElementCursor.Move([], [1, 2], CursorMove.Right));
        Same([0, 0], ElementCursor.Move([0, 3], [4, 0], CursorMove.Down));
    }

    [Fact]
    public void Last_indices_are_kept_from_step_to_step()
    {
        Same([3], ElementCursor.Clamp([8], [2, 3]));
        Same([0, 3], ElementCursor.Clamp([4, 8], [3]));
        Same([3, 1], ElementCursor.Clamp([4, 2], [9, 9]));
    }

    [Fact]
    public void Right_goes_through_every_element_once_and_left_takes_it_back() =>
        Samples.Check(Gen.Choose(1, 4).ListOf().Where(sizes => sizes.Count is > 0 and < 4), sizes =>
        {
            ImmutableArray<int> shape = [.. sizes];
            var element = ElementCursor.First(shape);
            var seen = new HashSet<string>();
            int count = sizes.Aggregate(1, (product, size) => product * size);
            for (int k = 0; k < count; k++)
            {
                Assert.True(seen.Add(string.Join(',', element)));
                var next = ElementCursor.Move(shape, element, CursorMove.Right);
                Same(element, ElementCursor.Move(shape, next, CursorMove.Left));
                element = next;
            }
            Same(ElementCursor.First(shape), element);
        }, 100);
}
