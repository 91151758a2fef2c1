using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Query;

/// <summary>A query as an object tree.</summary>
[DataContract(Name = "QueryExpression", Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class QueryExpression : QueryBase
{
    public static readonly QueryExpression Empty = new();

    public QueryExpression()
    {
    }

    public QueryExpression(string entityName) => EntityName = entityName;

    /// <summary>How deep a query may nest where it is read from the wire.</summary>
    public static int DeserializationDepthLimit { get; set; } = int.MaxValue;

    /// <summary>How deep a query may nest where it is written to the wire.</summary>
    public static int SerializationDepthLimit { get; set; } = int.MaxValue;

    [DataMember]
    public ColumnSet ColumnSet
    {
        get => field ??= new ColumnSet();
        set;
    }

    [DataMember]
    public FilterExpression Criteria
    {
        get => field ??= new FilterExpression();
        set;
    }

    [DataMember(EmitDefaultValue = false, Order = 93)]
    public string DataSource { get; set; }

    [DataMember]
    public bool Distinct { get; set; }

    [DataMember]
    public string EntityName { get; set; }

    [DataMember(EmitDefaultValue = false)]
    public string ForceSeek { get; set; }

    [DataMember]
    public DataCollection<LinkEntity> LinkEntities
    {
        get => field ??= [];
        internal set;
    }

    [DataMember(Order = 50)]
    public bool NoLock { get; set; }

    [DataMember]
    public DataCollection<OrderExpression> Orders
    {
        get => field ??= [];
        internal set;
    }

    [DataMember]
    public PagingInfo PageInfo
    {
        get => field ??= new PagingInfo();
        set;
    }

    [DataMember(EmitDefaultValue = false, Order = 92)]
    public string QueryHints { get; set; }

    [DataMember(EmitDefaultValue = false, IsRequired = false)]
    public QueryExpression SubQueryExpression { get; set; }

    [DataMember(EmitDefaultValue = false, Order = 50)]
    public int? TopCount { get; set; }

    /// <summary>Starts the count of nesting anew. Nothing is counted here: the limits are the platform's.</summary>
    public static void InternalResetSerializationCounters()
    {
    }

    public QueryExpression Accept(IQueryExpressionVisitor visitor) => visitor.Visit(this);

    /// <summary>Joins a table, inner.</summary>
    public LinkEntity AddLink(string linkToEntityName, string linkFromAttributeName, string linkToAttributeName) =>
        AddLink(linkToEntityName, linkFromAttributeName, linkToAttributeName, JoinOperator.Inner);

    public LinkEntity AddLink(string linkToEntityName, string linkFromAttributeName, string linkToAttributeName, JoinOperator joinOperator)
    {
        var link = new LinkEntity(EntityName, linkToEntityName, linkFromAttributeName, linkToAttributeName, joinOperator);
        LinkEntities.Add(link);
        return link;
    }

    public void AddOrder(string attributeName, OrderType orderType) => Orders.Add(new OrderExpression(attributeName, orderType));

    public void AddOrder(string attributeName, OrderType orderType, string alias, string entityName) =>
        Orders.Add(new OrderExpression(attributeName, orderType, alias, entityName));
}
