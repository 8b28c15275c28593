namespace Wijkfonds.Web.Shared.Pages;

/// <summary>A download is written to a file of its own first, gone when it is sent: it is whole, or it is not there.</summary>
public static class Scratch
{
    /// <summary>What <paramref name="write"/> wrote, from its beginning.</summary>
    public static Stream Of(Action<Stream> write)
    {
        var file = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        try
        {
            write(file);
            file.Position = 0;
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
