namespace Wijkfonds.Web.Shared.Uploads;

/// <summary>
/// A file as it is kept. A picture was written anew: only what is needed to draw it, and which way is up. A PDF is kept as
/// it came, because nothing here can vouch for what is inside one: it is only ever a download, and never public.
/// </summary>
/// <param name="Width">In dots, as stored (before turning it the right way up); 0 for a PDF.</param>
public sealed record Upload(FileKind Kind, byte[] Content, int Width, int Height)
{
    public const int MostMegabytes = 8;
    public const int MostBytes = MostMegabytes * 1024 * 1024;
    /// <summary>Beyond this a phone that only shows the page runs out of memory.</summary>
    public const long MostDots = 100_000_000;
    /// <summary>For a file field: what phones and computers offer. Phones turn their own picture kind into JPEG for it.</summary>
    public const string Accept = "image/jpeg,image/png,application/pdf";
    public const string AcceptPictures = "image/jpeg,image/png";

    /// <summary>What a file is and what is kept of it, or why it is not taken.</summary>
    /// <param name="field">The form field that the refusal stands at.</param>
    public static Outcome<Upload> Read(byte[] bytes, string field)
    {
        if (bytes.Length == 0) return new UploadMissing(field);
        if (bytes.Length > MostBytes) return new UploadTooLarge(field, MostMegabytes);
        if (JpegPicture.IsOne(bytes)) return Checked(JpegPicture.Clean(bytes), field);
        if (PngPicture.IsOne(bytes)) return Checked(PngPicture.Clean(bytes), field);
        if (PdfPaper.IsOne(bytes)) return PdfPaper.IsWhole(bytes) ? new Upload(FileKind.Pdf, bytes, 0, 0) : new UploadDamaged(field);
        return IsPhonePicture(bytes) ? new UploadIsPhonePicture(field) : new UploadUnknown(field);
    }

    private static Outcome<Upload> Checked(Upload? upload, string field) =>
        upload is null ? new UploadDamaged(field) : (long)upload.Width * upload.Height > MostDots ? new PictureTooWide(field) : upload;

    /// <summary>HEIC, as newer phones make: not read here, but its owner can be told what to do.</summary>
    private static bool IsPhonePicture(ReadOnlySpan<byte> bytes) =>
        bytes.Length > 12 && bytes[4..8].SequenceEqual("ftyp"u8) && (bytes[8..11].SequenceEqual("hei"u8) || bytes[8..11].SequenceEqual("hev"u8) || bytes[8..12].SequenceEqual("mif1"u8) || bytes[8..12].SequenceEqual("avif"u8));
}
