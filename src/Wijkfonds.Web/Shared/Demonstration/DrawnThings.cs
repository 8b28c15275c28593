using System.Text.Json.Serialization;

namespace Wijkfonds.Web.Shared.Demonstration;

/// <summary>What a plan made, as far as a small picture can show it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Made>))]
public enum Made { Barrels, Trees, Benches, Oven, Table, Bicycles }

/// <summary>What stands in the street.</summary>
public sealed partial class Drawing
{
    private static readonly (int, int, int) Wood = (150, 104, 62), Iron = (70, 66, 62), Stone = (150, 142, 134), Sky = (228, 238, 240);

    private void Put(Made made)
    {
        for (var i = 0; i < 6; i++)
        {
            var left = 40 + i * 116;
            if (made == Made.Barrels) Barrel(left, 318);
            else if (made == Made.Trees) Tree(left + 30, 380);
            else if (made == Made.Benches) Bench(left, 370);
            else if (made == Made.Bicycles && i % 2 == 0) Bicycle(left + 20, 400, i);
            else if (made == Made.Table && i % 2 == 1) Neighbour(left + 40, 372, i);
        }
        if (made == Made.Oven) Oven(360, 400);
        if (made == Made.Table) Table(120, 390);
    }

    private void Barrel(int left, int top)
    {
        Box(left, top, 64, 92, (46, 92, 74));
        foreach (var ring in new[] { 8, 44, 80 }) Box(left - 3, top + ring, 70, 6, (30, 60, 50));
    }

    private void Tree(int middle, int foot)
    {
        Box(middle - 6, foot - 90, 12, 100, (98, 74, 52));
        Disc(middle, foot - 110, 42, (74, 126, 66));
        Disc(middle + 22, foot - 90, 28, (92, 146, 78));
    }

    private void Bench(int left, int top)
    {
        Box(left, top, 92, 12, Wood);
        Box(left, top - 30, 92, 10, Wood);
        foreach (var leg in new[] { 8, 76 }) Box(left + leg, top - 30, 8, 70, Iron);
    }

    private void Oven(int middle, int foot)
    {
        Box(middle - 30, foot - 210, 60, 90, (168, 92, 70));
        Disc(middle, foot - 70, 96, Stone);
        Box(middle - 110, foot - 50, 220, 70, (120, 112, 106));
        Disc(middle, foot - 60, 44, Iron);
        Disc(middle, foot - 50, 22, (230, 140, 50));
    }

    private void Table(int left, int top)
    {
        Box(left, top, 480, 16, Wood);
        foreach (var leg in new[] { 20, 448 }) Box(left + leg, top, 12, 70, Iron);
        for (var cup = 0; cup < 7; cup++) Box(left + 30 + cup * 64, top - 20, 18, 20, Sky);
    }

    private void Neighbour(int middle, int seat, int number)
    {
        Disc(middle, seat - 84, 24, number % 4 == 1 ? (214, 168, 132) : (140, 98, 70));
        Box(middle - 30, seat - 60, 60, 90, number switch { 1 => (46, 92, 120), 3 => (150, 60, 80), _ => (74, 126, 66) });
    }

    private void Bicycle(int left, int foot, int number)
    {
        var frame = number switch { 0 => (180, 60, 50), 2 => (46, 92, 120), _ => (40, 110, 80) };
        foreach (var wheel in new[] { 0, 110 })
        {
            Disc(left + wheel, foot, 40, Iron);
            Disc(left + wheel, foot, 34, (190, 184, 172));
            Box(left + wheel - 34, foot - 1, 68, 3, Iron);
            Box(left + wheel - 1, foot - 34, 3, 68, Iron);
        }
        for (var i = 0; i <= 55; i++)
        {
            Box(left + i, foot - i, 5, 7, frame);
            Box(left + 110 - i, foot - i, 5, 7, frame);
        }
        Box(left + 40, foot - 60, 60, 7, frame);
        Box(left + 30, foot - 78, 36, 9, Iron);
        Box(left + 96, foot - 92, 7, 40, frame);
        Box(left + 84, foot - 96, 34, 7, Iron);
    }
}
