namespace Wijkfonds.Web.Notifications;

/// <summary>One composed mail, ready to leave.</summary>
/// <param name="Id">Part of Message-ID, the same at every try: a mail server that got it twice can tell.</param>
public sealed record Message(Guid Id, string To, string Subject, string Body, DateTimeOffset Date);
