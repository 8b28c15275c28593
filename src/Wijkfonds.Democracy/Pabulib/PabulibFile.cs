using Wijkfonds.Democracy.Counting;

namespace Wijkfonds.Democracy.Pabulib;

/// <summary>A participatory budgeting election in Pabulib's format (.pb): head, projects, ballots.</summary>
/// <remarks>
/// Format: Stolicki, Szufa, Talmon, <i>Pabulib: A Participatory Budgeting Library</i>, 2020. What voters are (age, sex, numbers)
/// is read past and not kept: a count needs only ballots, and equal ballots stand together in <see cref="Election"/>.
/// </remarks>
/// <param name="Meta">The head's keys and values, in order; keys are unique.</param>
/// <param name="Election">Projects, budget and ballots.</param>
/// <param name="ProjectColumns">The names of the project columns, in order.</param>
/// <param name="ProjectRows">Per project, in the election's order: the fields as they stood, in the order of the columns.</param>
/// <param name="Remarks">What was strange but readable, at most 100.</param>
public sealed record PabulibFile(
    IReadOnlyList<KeyValuePair<string, string>> Meta, Election Election,
    IReadOnlyList<string> ProjectColumns, IReadOnlyList<IReadOnlyList<string>> ProjectRows, IReadOnlyList<Remark> Remarks)
{
    /// <summary>The column with the place of each project in the tie lot, from 1. Ours; other readers pass it over.</summary>
    public const string LotColumn = "lot";

    /// <summary>The column with the place of each elected project in the order of selection, from 1; empty for the others. Ours.</summary>
    public const string OrderColumn = "selection_order";

    /// <summary>Opens and reads a file.</summary>
    /// <exception cref="TextError">The file breaks the format.</exception>
    public static PabulibFile Open(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
        return PabulibReader.Read(stream);
    }

    /// <summary>A value of the head, or null.</summary>
    public string? this[string key] => Meta.FirstOrDefault(m => m.Key == key).Value;

    /// <summary>A field of a project, by index, or null where the column does not exist or the row ends before it.</summary>
    public string? Field(int project, string column)
    {
        for (var i = 0; i < ProjectColumns.Count; i++)
            if (ProjectColumns[i] == column) return i < ProjectRows[project].Count ? ProjectRows[project][i] : null;
        return null;
    }

    /// <summary>The ids in the order of the tie lot, or null where the file has none.</summary>
    /// <exception cref="TextError">The column holds something else than the places 1, 2, 3 …</exception>
    public IReadOnlyList<string>? Lot()
    {
        if (!ProjectColumns.Contains(LotColumn)) return null;
        var order = new string?[Election.Projects.Count];
        for (var p = 0; p < order.Length; p++)
        {
            if (!int.TryParse(Field(p, LotColumn), out var place) || place < 1 || place > order.Length || order[place - 1] is not null)
                throw new TextError(0, $"the lot of project {Election.Projects[p].Id} is not one of the places 1 to {order.Length}, each once");
            order[place - 1] = Election.Projects[p].Id;
        }
        return order!;
    }

    /// <summary>The tie order of the file: its lot, or <see cref="TieOrder.NoLot"/>.</summary>
    public TieOrder TieOrder => Lot() is { } lot ? TieOrder.Lot(lot) : TieOrder.NoLot;

    /// <summary>The ids with <c>selected</c> 1, in the file's order; null where the file does not say. (2 and 3 mark projects paid for otherwise.)</summary>
    public IReadOnlyList<string>? Selected() => !ProjectColumns.Contains("selected") ? null
        : [.. Election.Projects.Where((_, p) => Field(p, "selected")?.Trim() == "1").Select(p => p.Id)];
}

/// <summary>Something strange that does not stop a count.</summary>
/// <param name="Line">Where, from 1; 0 for the file as a whole.</param>
/// <param name="Why">What, with its template.</param>
public sealed record Remark(int Line, Reason Why)
{
    /// <summary>What, in English.</summary>
    public string Text => Why.ToString();
}
