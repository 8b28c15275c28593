namespace Wijkfonds.Web.Shared.Uploads;

/// <summary>A file that is not taken, at the field where it was brought.</summary>
public abstract record UploadRefusal(string At) : Refusal
{
    public override string? Field => At;
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}

public sealed record UploadMissing(string At) : UploadRefusal(At);

public sealed record UploadTooLarge(string At, int Megabytes) : UploadRefusal(At);

/// <summary>Neither JPEG, PNG nor PDF, whatever its name says.</summary>
public sealed record UploadUnknown(string At) : UploadRefusal(At);

/// <summary>HEIC or AVIF, from a phone that was not asked for JPEG.</summary>
public sealed record UploadIsPhonePicture(string At) : UploadRefusal(At);

/// <summary>It begins as a picture or a PDF but is broken off, or not what it says.</summary>
public sealed record UploadDamaged(string At) : UploadRefusal(At);

/// <summary>More dots than a phone can show.</summary>
public sealed record PictureTooWide(string At) : UploadRefusal(At);

/// <summary>What everybody will see is a picture: a PDF may hide text under a black bar.</summary>
public sealed record UploadIsNoPicture(string At) : UploadRefusal(At);

/// <summary>More files in an hour than anybody brings.</summary>
public sealed record UploadsTooMany(string At, int PerHour) : UploadRefusal(At)
{
    public override int Status => StatusCodes.Status429TooManyRequests;
}
