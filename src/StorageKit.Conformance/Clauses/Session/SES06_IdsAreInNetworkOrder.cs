namespace StorageKit.Conformance.Clauses;

/// <summary>Ids are stored in network order, as bytes or as text, so that all drivers and languages agree.</summary>
/// <remarks>.NET's Guid has another order in its bytes than in its text; a driver that stores it so is consistent with
/// itself and with nobody else.</remarks>
[Clause(
    "SES-06", "Ids are stored in network order, as bytes or as text, so that all drivers and languages agree.",
    Contract = typeof(ISessionStore), Needs = Needs.Shared | Needs.RawScan)]
internal sealed class SES06_IdsAreInNetworkOrder : Clause<ISessionStore>
{
    protected override async ValueTask CheckAsync(ISessionStore store, ClauseContext context)
    {
        var token = context.CancellationToken;
        var id = SessionId.Parse("00112233-4455-6677-8899-aabbccddeeff");
        var mixed = SessionId.Parse("33221100-5544-7766-8899-aabbccddeeff");
        await store.SaveAsync(SessionExpectations.NewSession() with { SessionId = id }, token).ConfigureAwait(false);

        var found = await FormsAtRestAsync(context, Forms(id)).ConfigureAwait(false);
        if (found.Count > 0) return;
        found = await FormsAtRestAsync(context, Forms(mixed)).ConfigureAwait(false);
        Expect.That(
            found.Count == 0,
            $"WRONG BYTE ORDER: the session {id} is stored as {string.Join(" and ", found)} of {mixed}, the order of "
            + "Guid.ToByteArray(); store SessionId.ToByteArray()");
        throw new InconclusiveException("the id is at rest in no form that can be recognised, neither as bytes nor as text");
    }

    static async ValueTask<List<string>> FormsAtRestAsync(ClauseContext context, RawPattern[] forms)
    {
        var atRest = await context.ScanAsync().ConfigureAwait(false);
        return [.. forms.Where(form => atRest.Contains(form.Bytes)).Select(form => form.Name)];
    }

    static RawPattern[] Forms(SessionId id) =>
    [
        new("the bytes", id.ToByteArray()),
        .. new[] { id.ToString(), id.ToHex() }.SelectMany(text => RawPattern.OfText("the text", text)),
    ];
}
