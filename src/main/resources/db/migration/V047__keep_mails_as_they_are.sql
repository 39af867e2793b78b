-- Compressing what a mail said took longer than all else that is written when it was sent; a few kilobytes that go after their time.
alter table notification
    alter column text_body set storage external,
    alter column html_body set storage external;
