using StorageKit.Conformance.Clauses;

namespace StorageKit.Specimens.Tests.EntryHash;

/// <summary>What the reference's verification says of the values that AUD-28 moves.</summary>
public sealed class AmbiguityTests
{
    [Fact]
    public void The_reference_accepts_every_moved_value_and_the_digest_none()
    {
        var pairs = AmbiguousEntries.Pairs().ToList();

        Assert.NotEmpty(pairs);
        Assert.All(pairs, pair =>
        {
            Assert.Equal(pair.Original.EntryHash, pair.Moved.EntryHash);
            Assert.True(pair.Moved.VerifyIntegrity());
            Assert.NotEqual(pair.Original.Digest, pair.Moved.Digest);
        });
    }
}
