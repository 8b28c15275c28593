using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Funds.Bank;

public sealed record LineIsExplained(int Number) : Refusal;

/// <summary>What was proposed no longer fits: somebody was quicker, or the payment was found on another line.</summary>
public sealed record ProposalIsGone : Refusal;

/// <summary>Money that went out without a released payment is explained by two members.</summary>
public sealed record OutgoingNeedsTwo : Refusal;

/// <summary>Which line shows a payment leaving is said before which shows it coming back: else its leaving would look like money that nobody released.</summary>
public sealed record ReturnedBeforeLeaving : Refusal;

/// <summary>So much that came in and gets no place in the book is explained by two members.</summary>
public sealed record IncomingNeedsTwo(Cents From) : Refusal;

/// <summary>What a line booked is taken back at its entry, by two members.</summary>
public sealed record MarkIsBooked(long Entry) : Refusal;
