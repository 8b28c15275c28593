using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Wijkfonds.Democracy.Sortition;

namespace Wijkfonds.Democracy.Tests.Sortition;

public class ExactSystemTests
{
    [Fact]
    public void What_is_solved_holds_in_every_equation() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(Systems, system =>
    {
        // The right-hand side is a known solution put in, so that there is one.
        var right = Enumerable.Range(0, system.Rows).Select(row => (BigInteger)system.Columns.Select((c, i) => (long)c[row] * system.Known[i]).Sum()).ToArray();
        return ExactSystem.Solve(system.Columns, right) is not { } solution || (solution.Denominator.Sign > 0 && ExactSystem.Holds(system.Columns, right, solution));
    }));

    [Fact]
    public void A_third_is_a_third()
    {
        var solution = ExactSystem.Solve([[1, 2], [1, -1]], [1, 1])!;
        Assert.Equal((2, 1, 3), ((int)solution.Numerators[0], (int)solution.Numerators[1], (int)solution.Denominator));
    }

    [Fact]
    public void Dependent_columns_and_equations_that_contradict_each_other_have_no_answer()
    {
        Assert.Null(ExactSystem.Solve([[1, 2], [2, 4]], [1, 2]));
        Assert.Null(ExactSystem.Solve([[1, 1, 1]], [1, 1, 2]));
    }

    private static Arbitrary<(int[][] Columns, int Rows, int[] Known)> Systems => Arb.From(
        from columns in Gen.Choose(1, 9)
        from more in Gen.Choose(0, 3)
        from entries in Gen.Choose(-4, 4).ArrayOf(columns + more).ArrayOf(columns)
        from known in Gen.Choose(-50, 50).ArrayOf(columns)
        select (entries, columns + more, known));
}
