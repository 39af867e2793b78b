-- A session keeps from which session at the sign-in service it comes as the name of an attribute.
create index spring_session_attributes_origin on spring_session_attributes (attribute_name)
 where attribute_name like 'csam.%';
