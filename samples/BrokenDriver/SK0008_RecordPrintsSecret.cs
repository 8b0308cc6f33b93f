using StorageKit;

namespace BrokenDriver;

/// <summary>Its <c>ToString</c> writes the password into whatever log it meets.</summary>
[StorageOptions]
public sealed record TalkativeOptions // SK0008
{
    /// <summary>What nobody should read.</summary>
    [Secret]
    public string? Password { get; init; }
}
