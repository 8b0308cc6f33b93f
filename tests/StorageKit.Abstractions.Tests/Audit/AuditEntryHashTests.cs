namespace StorageKit.Tests;

public sealed class AuditEntryHashTests
{
    [Fact]
    public void The_hash_is_SHA_256_over_the_byte_layout_of_the_specification()
    {
        var random = new RandomEntries(1);
        for (var i = 0; i < 2_000; i++)
        {
            var entry = random.Next();
            Assert.Equal(ReferenceLayout.Hash(entry), entry.EntryHash);
            Assert.True(entry.VerifyIntegrity());
        }
    }

    [Fact]
    public void Recorded_hashes_stay()
    {
        // Stores hold such values: a change breaks every chain that was ever written. Computed by another program from
        // the two byte layouts.
        Assert.Equal(
            "29b016293728f4a5a5aa58adc464a22849a815c44c259d1bb05c4fb23ad2afc5", Sample.Entry().EntryHash.ToString());
        Assert.Equal(
            "97bbcff27e600844a735118bdeefd56414bc599feb204925ea9c28a8bd9a8820", Sample.Full().EntryHash.ToString());
        Assert.Equal(
            "f9d382c0e31ab10854be1e3fe628f1cdf1ad45416e5a61208c3637fee2c3ff09", Sample.Entry().Digest.ToString());
        Assert.Equal(
            "5b0e3257a2437033cacd186a5f4cd06734d9632c6a27ac80dba5b8b88a2f76ac", Sample.Full().Digest.ToString());
    }

    [Fact]
    public void Without_optional_parts_the_hashed_text_is_84_bytes_and_the_payload() =>
        Assert.Equal(84 + 2, ReferenceLayout.Preimage(Sample.Entry("{}")).Length);

    [Fact]
    public void Empty_lineage_and_redaction_add_nothing()
    {
        var bare = Sample.Entry();
        var empty = Sample.Entry(lineage: new AuditLineage(), redaction: new AuditRedaction([]));
        Assert.Equal(bare.EntryHash, empty.EntryHash);
        Assert.Equal(bare.Digest, empty.Digest);
        Assert.Equal(bare, empty);
    }

    [Fact]
    public void An_empty_text_is_not_an_absent_one()
    {
        var hashes = new[]
        {
            Sample.Entry(),
            Sample.Entry(lineage: new AuditLineage { TeamId = "" }),
            Sample.Entry(redaction: new AuditRedaction([], "")),
        }.Select(entry => entry.EntryHash);
        Assert.Equal(3, hashes.Distinct().Count());
    }

    [Fact]
    public void The_kind_of_a_finding_is_in_the_digest_only()
    {
        var (a, b) = (Finding(CredentialKind.GitHubPat), Finding(CredentialKind.Custom));
        Assert.Equal(a.EntryHash, b.EntryHash);
        Assert.NotEqual(a.Digest, b.Digest);
        Assert.NotEqual(a, b);

        static AuditEntry Finding(CredentialKind kind) =>
            Sample.Entry(redaction: new AuditRedaction([new(kind, 1, "x")]));
    }
}
