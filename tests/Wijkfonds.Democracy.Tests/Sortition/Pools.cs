using Wijkfonds.Democracy.Counting;
using Wijkfonds.Democracy.Sortition;

namespace Wijkfonds.Democracy.Tests.Sortition;

/// <summary>Small pools by hand.</summary>
internal static class Pools
{
    /// <summary>Two seats; one woman and one man; Anna and Ben live together, so do Cor and Dia.</summary>
    internal static SelectionProblem Street(bool onePerHousehold = false) => new(
        [new("sekse", [new("vrouw", 1, 1), new("man", 1, 1)]), new("buurt", [new("noord", 0, 2), new("zuid ten westen", 0, 1)])],
        [
            new("anna", [0, 0], "1"), new("ben", [1, 0], "1"), new("cor", [1, 1], "2"), new("dia", [0, 0], "2"), new("eva", [0, 1]), new("fer", [1, 0]),
        ], 2, onePerHousehold);

    /// <summary>Six panels of a woman and a man, their weights thirds, sevenths and elevenths.</summary>
    internal static TransparentLottery Lottery(int numbers = 10) => TransparentLottery.Of(
    [
        new(new([0, 1]), new(1, 3)), new(new([0, 2]), new(1, 7)), new(new([0, 5]), new(1, 11)), new(new([1, 3]), new(1, 77)), new(new([3, 5]), new(2, 11)),
        new(new([4, 5]), new Fraction(1, 1) - new Fraction(1, 3) - new Fraction(1, 7) - new Fraction(3, 11) - new Fraction(1, 77)),
    ], numbers);
}
