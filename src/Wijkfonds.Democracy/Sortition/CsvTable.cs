using System.Globalization;
using System.Text;

namespace Wijkfonds.Democracy.Sortition;

/// <summary>A CSV file with a head, read row by row: comma, semicolon or tab, whichever comes first; UTF-8 with or without byte order mark; rows in which nothing stands are passed over.</summary>
internal sealed class CsvTable
{
    private readonly RecordReader records;
    private readonly string[] columns;

    internal CsvTable(TextReader text)
    {
        records = new(text, ",;\t");
        if (!records.Next()) throw new TextError(0, "the file is empty");
        columns = new string[records.Count];
        for (var i = 0; i < columns.Length; i++) columns[i] = records[i].Trim().ToString();
    }

    /// <summary>Opens a file and reads it; an error names the file.</summary>
    internal static T Open<T>(string path, Func<TextReader, T> read)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
        using var text = new StreamReader(stream, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16);
        try { return read(text); }
        catch (TextError error) { throw error.In(Path.GetFileName(path)); }
    }

    internal bool Has(string column) => Array.IndexOf(columns, column) >= 0;

    internal int Column(string column)
    {
        var at = Array.IndexOf(columns, column);
        if (at < 0) throw Error($"there is no column '{column}'");
        return Array.LastIndexOf(columns, column) == at ? at : throw Error($"the column '{column}' is there twice");
    }

    internal bool Next()
    {
        while (records.Next())
        {
            if (records.Count > columns.Length) throw Error($"{records.Count} fields, the header has {columns.Length}");
            for (var i = 0; i < records.Count; i++) if (!records[i].IsWhiteSpace()) return true;
        }
        return false;
    }

    internal TextError Error(Reason reason) => records.Error(reason);

    /// <summary>What stands in a column, without white space around it.</summary>
    internal string Text(int column) => Optional(column) is { Length: > 0 } text ? text : throw Error($"nothing stands in the column '{columns[column]}'");

    internal string Optional(int column) => records.At(column).Trim().ToString();

    internal int Number(int column, int most) =>
        int.TryParse(records.At(column).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most ? number
        : throw Error($"'{Optional(column)}' in the column '{columns[column]}' is not a whole number from 0 to {most}");
}
