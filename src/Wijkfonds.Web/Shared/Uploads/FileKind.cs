namespace Wijkfonds.Web.Shared.Uploads;

/// <summary>What people may bring. Decided by a file's content, never by its name or by what the browser says.</summary>
public enum FileKind { Jpeg, Png, Pdf }

public static class FileKinds
{
    public static bool IsPicture(this FileKind kind) => kind is FileKind.Jpeg or FileKind.Png;

    public static string ContentType(this FileKind kind) => kind switch
    {
        FileKind.Jpeg => "image/jpeg",
        FileKind.Png => "image/png",
        _ => "application/pdf",
    };

    /// <summary>The end of its name when it is downloaded, with the point.</summary>
    public static string Extension(this FileKind kind) => kind switch
    {
        FileKind.Jpeg => ".jpg",
        FileKind.Png => ".png",
        _ => ".pdf",
    };
}
